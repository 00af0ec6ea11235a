import type { RequestFields } from '../axios-types';
import { readId } from '../company-id';
import { readOwn } from '../own-properties';
import { type FoundId, singleId } from './found-id';

/** The tenant header: it tells Procore which company a call goes into. */
export const COMPANY_ID_HEADER = 'Procore-Company-Id';

type Headers = Record<string, unknown>;

const isHeaders = (value: unknown): value is Headers => typeof value === 'object' && value !== null;

/** The keys that spell a header, in whatever case. */
export function spellingsOf(headers: object, name = COMPANY_ID_HEADER): string[] {
  const spellings: string[] = [];
  for (const key of Object.keys(headers))
    if (key.length === name.length && key.toLowerCase() === name.toLowerCase()) spellings.push(key);
  return spellings;
}

/** Whether all headers are in one place: `AxiosHeaders` of axios 1.2 and later, which has `concat`. */
const isFlat = (headers: Headers): boolean => typeof headers.concat === 'function';

/** Where axios keeps the headers of a request, in order of precedence. axios 0.x has a bucket for the method and one for all methods. */
function placesOf({ headers, method }: RequestFields): Headers[] {
  if (!isHeaders(headers)) return [];
  if (isFlat(headers)) return [headers];
  const buckets = [String(method ?? 'get').toLowerCase(), 'common'];
  return [headers, ...buckets.map((bucket) => readOwn(headers, bucket)).filter(isHeaders)];
}

/** The last value that is there, in whatever spelling. */
function valueIn(headers: Headers, name: string): unknown {
  let value: unknown;
  for (const key of spellingsOf(headers, name)) value = headers[key] ?? value;
  return value;
}

/** The value of a header as axios would send it, from the call or from instance defaults. `undefined` where there is none. */
export function readHeader(fields: RequestFields, name = COMPANY_ID_HEADER): unknown {
  for (const place of placesOf(fields)) {
    const value = valueIn(place, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The company in a header. Node joins two headers of one name with a comma. A list of one is that one. */
export function idInHeader(value: unknown): FoundId {
  const id = readId(value);
  if (id !== undefined || !value) return id;
  const values: readonly unknown[] = Array.isArray(value) ? value : String(value).split(',');
  return values.every((each) => readId(each) !== undefined) ? singleId(values) : undefined;
}

/** Deletes the header where it has one of the values that `test` asks for: by default whatever it has. */
export function deleteHeader(
  fields: RequestFields,
  test: (value: unknown) => boolean = () => true,
): void {
  for (const place of placesOf(fields))
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
