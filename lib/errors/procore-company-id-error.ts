import { own } from '../own';

/** Defines rather than assigns: axios's own errors have inherited properties that refuse assignment. */
export function define(target: object, facts: object, enumerable: boolean): void {
  for (const [key, value] of Object.entries(facts)) {
    if (value === undefined) continue;
    Object.defineProperty(target, key, { value, enumerable, configurable: true, writable: true });
  }
}

/**
 * What the errors of this package have in common. It is never thrown itself.
 *
 * @since 1.0.0
 */
export abstract class ProcoreCompanyIdError extends Error {
  /** Says which error it is, across copies of this package. */
  declare readonly procoreCode: string;
  /** The same as `procoreCode`, except where an axios error already had a code. */
  declare readonly code?: string;
  /** The HTTP method in upper case, where known. */
  declare readonly method?: string;
  /** The path without its ids, such as `/rest/v1.0/projects/:project_id/rfis/:id`, where known. */
  declare readonly route?: string;
  /** The company id in question as a decimal string, where known. */
  declare readonly companyId?: string;
  /** Where that id came from: `request`, `header`, `path`, `query`, `body`, `default`, or a resolver's label. */
  declare readonly source?: string;

  constructor(name: string, code: string, message: string, facts: object) {
    super(message);
    define(this, { name }, false);
    define(this, { procoreCode: code, code, ...facts }, true);
  }

  /** The fields worth logging: no token, no query value, no header value. */
  toJSON(): Record<string, unknown> {
    const { name, message, stack } = this;
    return { name, message, stack, ...(this as object) };
  }

  /** Holds across copies of this package; a class that extends one of these errors gets the ordinary check. */
  static override [Symbol.hasInstance](this: unknown, value: unknown): boolean {
    const code = own(this, 'procoreCode');
    return code === undefined
      ? Function.prototype[Symbol.hasInstance].call(this as () => void, value)
      : own(value, 'procoreCode') === code;
  }
}
