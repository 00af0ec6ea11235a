import type { RequestFields } from '../axios-types';
import { readId } from '../company-id';
import { readOwn } from '../own-properties';
import { type FoundId, singleId } from './found-id';

/** The tenant header: it tells Procore which company a call goes into. */
const COMPANY_ID_HEADER = 'Procore-Company-Id';

type Headers = Record<string, unknown>;

const isHeaders = (value: unknown): value is Headers => typeof value === 'object' && value !== null;

const isSpelling = (key: string, name: string): boolean =>
  key.length === name.length && key.toLowerCase() === name.toLowerCase();

/** The keys that spell the tenant header, in whatever case. */
export const spellingsOf = (headers: object): string[] =>
  Object.keys(headers).filter((key) => isSpelling(key, COMPANY_ID_HEADER));

/** The last value that is there, in whatever spelling. */
function valueIn(headers: Headers, name: string): unknown {
  let value: unknown;
  // Faster than a list of the keys.
  for (const key in headers) if (isSpelling(key, name)) value = readOwn(headers, key) ?? value;
  return value;
}

/** Whether all headers are in one place: `AxiosHeaders` of axios 1.2 and later, which has `concat`. */
const isFlat = (headers: Headers): boolean => typeof headers.concat === 'function';

/** The buckets of default headers in axios 0.x, in order of precedence: one for the method, one for all methods. */
function bucketsOf(headers: Headers, { method }: RequestFields): Headers[] {
  if (isFlat(headers)) return [];
  const names = [String(method ?? 'get').toLowerCase(), 'common'];
  return names.map((name) => readOwn(headers, name)).filter(isHeaders);
}

/** The value of a header as axios would send it, from the call or from instance defaults. `undefined` where there is none. */
export function readHeader(fields: RequestFields, name = COMPANY_ID_HEADER): unknown {
  const { headers } = fields;
  if (!isHeaders(headers)) return undefined;
  const value = valueIn(headers, name);
  if (value !== undefined) return value;
  for (const bucket of bucketsOf(headers, fields)) {
    const inherited = valueIn(bucket, name);
    if (inherited !== undefined) return inherited;
  }
  return undefined;
}

/** The company in a header. Node joins two headers of one name with a comma. A list of one is that one. */
export function idInHeader(value: unknown): FoundId {
  const id = readId(value);
  if (id !== undefined || !value) return id;
  const values = String(value).split(',');
  return values.every((each) => readId(each) !== undefined) ? singleId(values) : undefined;
}

/** Deletes the header where it has one of the values that `test` asks for: by default whatever it has. */
export function deleteHeader(
  fields: RequestFields,
  test: (value: unknown) => boolean = () => true,
): void {
  const { headers } = fields;
  if (!isHeaders(headers)) return;
  for (const place of [headers, ...bucketsOf(headers, fields)])
    for (const key of spellingsOf(place)) if (test(place[key])) delete place[key];
}

/**
 * Makes the header the one that is sent, on every axios version.
 *
 * @param before - the header as it was read: where there was none, there is nothing to look for again
 */
export function setHeader(config: Headers, value: unknown, before: unknown): void {
  const { headers } = config;
  if (!isHeaders(headers)) {
    config.headers = { [COMPANY_ID_HEADER]: value };
    return;
  }
  if (before !== undefined || !isFlat(headers)) deleteHeader(config);
  headers[COMPANY_ID_HEADER] = value;
}
