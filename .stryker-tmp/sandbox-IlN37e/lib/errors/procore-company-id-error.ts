// @ts-nocheck
import { known } from '../known';
import { own } from '../own';

/** Gives an error a property that is not listed. */
export function hide(error: Error, key: string, value: unknown): void {
  Object.defineProperty(error, key, { value, configurable: true, writable: true });
}

/**
 * What the errors of this package have in common. It is never thrown itself.
 *
 * @example
 * ```ts
 * const report = ({ procoreCode, method, route }: ProcoreCompanyIdError) => log.warn({ procoreCode, method, route });
 * ```
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

  /** @internal */
  constructor(name: string, code: string, message: string, facts: object) {
    super(message);
    hide(this, 'name', name);
    Object.assign(this, known({ procoreCode: code, code, ...facts }));
    // The stack that V8 has taken begins with another name, and at this constructor.
    (Error as Partial<typeof Error>).captureStackTrace?.(this, new.target);
  }

  /** The fields worth logging: no token, no query value, no header value. */
  toJSON(): Record<string, unknown> {
    const { name, message, stack } = this;
    return { name, message, stack, ...(this as object) };
  }

  /** Holds across copies of this package; a class that extends one of these errors gets the ordinary check. */
  static override [Symbol.hasInstance](this: unknown, value: unknown): boolean {
    const code = own(this, 'procoreCode');
    return code ? own(value, 'procoreCode') === code : super[Symbol.hasInstance](value);
  }
}
