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

/**
 * The config itself where it inherits nothing, as newer versions of axios make it: all that it has is its own, and to read it costs half.
 * An accessor in it that throws does so in axios, too.
 */
export function bareOrOwnFields(config: RequestConfigLike): RequestFields {
  try {
    if (Object.getPrototypeOf(config) === null) return config as RequestFields;
  } catch {
    // A proxy that refuses may still show some of its fields.
  }
  return ownFields(config);
}
