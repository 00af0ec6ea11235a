import { own } from '../own';

const REDACTED = '[redacted]';

/** A url without query and fragment, and without all that stands before an `@`. */
const withoutSecrets = (url: unknown): unknown =>
  typeof url === 'string'
    ? url.replace(/[?#][^]*/, '').replace(/^(https?:\/\/)?[^]*@/i, '$1')
    : undefined;

const textOnly = (value: unknown): unknown => (typeof value === 'string' ? value : undefined);

/** Names without their values, of an object; nothing else of anything else. */
const namesIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.keys(value).map((name) => [name, REDACTED]))
    : REDACTED;

const SHOW: Record<string, (value: unknown) => unknown> = {
  url: withoutSecrets,
  baseURL: withoutSecrets,
  method: textOnly,
  responseType: textOnly,
  headers: namesIn,
  params: namesIn,
  auth: () => REDACTED,
  data: () => REDACTED,
};

/**
 * The config of a request as it may be logged: numbers, switches, and the names of what was sent. Other texts and objects are left out,
 * as nobody knows what they hold.
 */
export function redactedConfig(config: unknown): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  try {
    for (const key of Object.keys(Object(config) as object)) {
      const value = own(config, key);
      const show = own(SHOW, key) as ((value: unknown) => unknown) | undefined;
      if (show && value !== undefined && value !== null) shown[key] = show(value);
      else if (typeof value === 'number' || typeof value === 'boolean') shown[key] = value;
    }
  } catch {
    // A hostile object ends the list: an error must be loggable.
  }
  return shown;
}
