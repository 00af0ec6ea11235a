import type { RequestConfigLike } from './axios-types';
import { own } from './own';

const KEYS = [
  'url',
  'baseURL',
  'allowAbsoluteUrls',
  'params',
  'paramsSerializer',
  'method',
  'headers',
  'data',
  'beforeRedirect',
  'procoreCompanyId',
  'procoreCompanyIdTrace',
] as const;

/** What is read of the config of a request. */
export type RequestFields = Readonly<Partial<Record<(typeof KEYS)[number], unknown>>>;

/** A copy of the own fields of a config. One that cannot be read is `undefined`. */
export function ownFields(config: RequestConfigLike): RequestFields {
  const fields: Record<string, unknown> = {};
  for (const key of KEYS) fields[key] = own(config, key);
  return fields;
}

/** Newer versions of axios make configs that inherit nothing: all that they have is their own, and to read it costs half. */
function isBare(config: RequestConfigLike): boolean {
  try {
    return Object.getPrototypeOf(config) === null;
  } catch {
    // A proxy that refuses may still show some of its fields.
    return false;
  }
}

/** The own fields of a config: itself where it is bare. An accessor in it that throws does so in axios, too. */
export const bareOrOwnFields = (config: RequestConfigLike): RequestFields =>
  isBare(config) ? (config as RequestFields) : ownFields(config);

/** Reads the own defaults of an instance, which may change at any time. */
export function defaultsReader(instance: unknown): () => RequestFields {
  const defaults = own(instance, 'defaults') as RequestFields;
  return isBare(defaults) ? () => defaults : () => ownFields(defaults);
}
