import { own } from './own';

/** The request header that tells Procore's gateway which company a call goes into. */
export const COMPANY_ID_HEADER = 'Procore-Company-Id';
const LOWER_NAME = 'procore-company-id';

type Bag = Record<string, unknown>;
type Config = Record<string, unknown>;

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null;

const isSpelling = (key: string, lowerName: string): boolean =>
  key.length >= lowerName.length && key.trim().toLowerCase() === lowerName;

/** The headers as an object that can be read and written by key: a `Map` and a fetch `Headers` are copied into one. */
function headersOf(config: unknown): Bag | undefined {
  const headers = own(config, 'headers');
  if (!isBag(headers)) return undefined;
  return typeof headers.entries === 'function'
    ? Object.fromEntries((headers as unknown as Map<string, unknown>).entries())
    : headers;
}

/** The last value that is not `undefined`: the one that axios sends. */
function valueIn(bag: unknown, lowerName: string): unknown {
  let value: unknown;
  if (!isBag(bag)) return value;
  for (const key in bag) {
    if (!isSpelling(key, lowerName)) continue;
    const found = own(bag, key);
    if (found !== undefined) value = found;
  }
  return value;
}

/** axios 1.0 and 1.1 show the default headers of an instance only in `toJSON`; they lack `concat`. */
const withDefaults = (headers: Bag): Bag =>
  typeof headers.toJSON === 'function' && typeof headers.concat !== 'function'
    ? (headers as { toJSON(): Bag }).toJSON()
    : headers;

/** axios 0.x keeps default headers in an object per method, and in `common` for all. */
const hasBuckets = (headers: Bag): boolean =>
  typeof headers.concat !== 'function' && isBag(own(headers, 'common'));

const methodBucket = (config: unknown): string => String(own(config, 'method')).toLowerCase();

/**
 * The value of a header as axios would send it, from the call or from instance defaults. `undefined` where there is none.
 */
export function readHeader(config: unknown, lowerName = LOWER_NAME): unknown {
  const headers = headersOf(config);
  if (!headers) return undefined;
  const value = valueIn(withDefaults(headers), lowerName);
  if (value !== undefined || !hasBuckets(headers)) return value;
  const { common } = headers;
  return valueIn(own(headers, methodBucket(config)), lowerName) ?? valueIn(common, lowerName);
}

/** Deletes the header in every spelling, or only where its value is `undefined`, which makes axios 0.x throw. */
function deleteSpellings(bag: Bag, onlyUndefined: boolean): void {
  for (const key in bag) {
    if (isSpelling(key, LOWER_NAME) && !(onlyUndefined && own(bag, key) !== undefined))
      delete bag[key];
  }
}

/** A bucket of axios 0.x may be shared with other requests: a copy takes its place. */
function changeBuckets(config: Config, headers: Bag, onlyUndefined: boolean): void {
  for (const name of [methodBucket(config), 'common']) {
    const bucket = own(headers, name);
    // Not each method has one, and one that axios does not know would be sent as a header.
    if (!isBag(bucket)) continue;
    const copy = { ...bucket };
    deleteSpellings(copy, onlyUndefined);
    headers[name] = copy;
  }
}

function change(config: Config, headers: Bag, value: string | false | undefined): void {
  const onlyUndefined = value === undefined;
  deleteSpellings(headers, onlyUndefined);
  if (hasBuckets(headers)) changeBuckets(config, headers, onlyUndefined);
  const hidesDefaults = value === false && typeof headers.set === 'function';
  if (typeof value === 'string' || hidesDefaults) headers[COMPANY_ID_HEADER] = value;
}

/**
 * Makes `Procore-Company-Id: value` the one that is sent, on every axios version. `false` sends none, also where a default has one: in axios
 * 1.x that word hides defaults, in 0.x it would be sent. `undefined` leaves a header alone, unless that is its value.
 */
export function setHeader(config: Config, value: string | false | undefined): void {
  const headers = headersOf(config) ?? {};
  try {
    change(config, headers, value);
    if (headers !== config.headers && value !== undefined) config.headers = headers;
  } catch {
    config.headers = { ...headers };
    change(config, config.headers as Bag, value);
  }
}

/** Takes back what an earlier attempt set, unless somebody changed it since. A default that it hid shows again. */
export function takeBackHeader(config: Config, id: unknown): void {
  const headers = headersOf(config);
  for (const key in headers) {
    if (isSpelling(key, LOWER_NAME) && own(headers, key) === id) {
      config.headers = headers;
      delete headers[key];
    }
  }
}
