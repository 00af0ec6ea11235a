import { own } from './own';
import type { RequestFields } from './request-fields';
import { textOf } from './text-of';

/** The request header that tells Procore's gateway which company a call goes into. */
export const COMPANY_ID_HEADER = 'Procore-Company-Id';

type Bag = Record<string, unknown>;

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null;

/** The headers as an object that can be read and written by key: a `Map` and a fetch `Headers` are copied into one. */
function bagOf(headers: unknown): Bag | undefined {
  if (!isBag(headers)) return undefined;
  return typeof headers.entries === 'function'
    ? Object.fromEntries((headers as unknown as Map<string, unknown>).entries())
    : headers;
}

export const isSpelling = (key: string, name = COMPANY_ID_HEADER): boolean =>
  key.length >= name.length && key.trim().toLowerCase() === name.toLowerCase();

/** The last value that is not `undefined`: the one that axios sends. */
function valueIn(bag: Bag, name: string): unknown {
  let value: unknown;
  for (const key of Object.keys(bag)) {
    const found = isSpelling(key, name) ? own(bag, key) : undefined;
    if (found !== undefined) value = found;
  }
  return value;
}

/** axios 1.2 and later has all headers of a request in one place, and `concat` to show for it. */
const isFlat = (headers: Bag): boolean => typeof headers.concat === 'function';

/** axios 1.0 and 1.1 keep the default headers out of sight, under a symbol: a copy for each request. */
function hiddenDefaults(headers: Bag): Bag {
  const [symbol = ''] = Object.getOwnPropertySymbols(headers);
  const hidden = own(headers, symbol);
  return isBag(hidden) ? hidden : {};
}

/** axios 0.x keeps default headers in a bucket for the method of the request, and in one for all. */
const bucketsOf = (method: unknown, headers: Bag): readonly string[] =>
  [textOf(method).toLowerCase(), 'common'].filter((name) => isBag(own(headers, name)));

function findHeader(fields: RequestFields, name: string): unknown {
  const headers = bagOf(fields.headers);
  if (!headers) return undefined;
  const value = valueIn(headers, name);
  if ((value !== undefined && value !== null) || isFlat(headers)) return value;
  const hidden = valueIn(hiddenDefaults(headers), name);
  if (hidden !== undefined || value === null) return hidden ?? value;
  return bucketsOf(fields.method, headers)
    .map((bucket) => valueIn(headers[bucket] as Bag, name))
    .find((found) => found !== undefined);
}

/**
 * The value of a header as axios would send it, from the call or from instance defaults. `undefined` where there is none, or where the
 * headers refuse to be read.
 */
export function readHeader(fields: RequestFields, name = COMPANY_ID_HEADER): unknown {
  try {
    return findHeader(fields, name);
  } catch {
    return undefined;
  }
}

/** Deletes the header in every spelling, or only where its value is `undefined`, which makes axios 0.x throw. */
function deleteIn(bag: Bag, onlyUndefined: boolean): void {
  for (const key of Object.keys(bag)) {
    if (isSpelling(key) && !(onlyUndefined && own(bag, key) !== undefined)) delete bag[key];
  }
}

function change(config: Bag, headers: Bag, value: string | false | undefined): void {
  deleteIn(headers, value === undefined);
  if (!isFlat(headers)) deleteIn(hiddenDefaults(headers), value === undefined);
  for (const name of isFlat(headers) ? [] : bucketsOf(own(config, 'method'), headers)) {
    // A bucket may be shared with other requests: a copy takes its place.
    const copy = { ...(headers[name] as Bag) };
    deleteIn(copy, value === undefined);
    headers[name] = copy;
  }
  const hidesDefaults = value === false && typeof headers.set === 'function';
  if (value || hidesDefaults) headers[COMPANY_ID_HEADER] = value;
}

/** Adds the header to headers that are known not to have it. Answers whether it could: only where all headers are in one place. */
export function addHeader(headers: unknown, value: unknown): boolean {
  try {
    if (!isFlat(headers as Bag)) return false;
    (headers as Bag)[COMPANY_ID_HEADER] = value;
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes `Procore-Company-Id: value` the one that is sent, on every axios version. `false` sends none, also where a default has one: in axios
 * 1.x that word hides defaults, in 0.x it would be sent. `undefined` leaves a header alone, unless that is its value.
 */
export function setHeader(config: Bag, value: string | false | undefined): void {
  const given = own(config, 'headers');
  const headers = bagOf(given) ?? {};
  try {
    change(config, headers, value);
    if (value !== undefined && headers !== given) config.headers = headers;
  } catch {
    config.headers = { ...headers };
    change(config, config.headers as Bag, value);
  }
}

/** Whether the headers are a `Map` or a fetch `Headers`, which not every version of axios reads. */
export function hasContainer(config: Bag): boolean {
  const headers = own(config, 'headers');
  return bagOf(headers) !== headers;
}

/** Takes back what an earlier attempt set, unless somebody changed it since. */
export function takeBackHeader(config: Bag, value: unknown): void {
  const headers = bagOf(own(config, 'headers')) ?? {};
  for (const key of Object.keys(headers)) {
    if (!isSpelling(key) || own(headers, key) !== value) continue;
    config.headers = headers;
    delete headers[key];
  }
}
