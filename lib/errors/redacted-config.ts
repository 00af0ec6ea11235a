import { own } from '../own';

const TEXTS = /^(?:url|baseURL|method|responseType)$/;
const NAMED = /^(?:headers|params)$/;
const SECRETS = /^(?:auth|data)$/;
const REDACTED = '[redacted]';

/** Headers and parameters keep their names. Other texts and objects are left out, as nobody knows what they hold. */
function redacted(key: string, value: unknown): unknown {
  const type = typeof value;
  if (TEXTS.test(key)) {
    // Without query and fragment, and without all that stands before an `@`.
    return type === 'string'
      ? (value as string).replace(/[?#][^]*/, '').replace(/^(https?:\/\/)?[^]*@/i, '$1')
      : undefined;
  }
  if (SECRETS.test(key)) return REDACTED;
  if (!NAMED.test(key)) return type === 'number' || type === 'boolean' ? value : undefined;
  if (type !== 'object') return REDACTED;
  const { keys } = value as Partial<URLSearchParams>;
  const names = typeof keys === 'function' ? [...keys.call(value)] : Object.keys(value as object);
  return Object.fromEntries(names.map((name) => [name, REDACTED]));
}

/** The config of a request as it may be logged: numbers, switches, and the names of what was sent. */
export function redactedConfig(config: unknown): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  try {
    for (const key of Object.keys(Object(config) as object)) {
      const value = own(config, key) ?? undefined;
      if (value !== undefined) shown[key] = redacted(key, value);
    }
  } catch {
    // A hostile object ends the list: an error must be loggable.
  }
  return shown;
}
