import { readOwn, withoutUndefined } from '../own-properties';

/** Gives an error a property that is not enumerable, even where it has an enumerable one: the `cause` of axios's fetch adapter. */
export function hide(error: Error, key: string, value: unknown): void {
  const hidden = { enumerable: false, configurable: true, writable: true };
  Object.defineProperty(error, key, { value, ...hidden });
}

/** How an error names the request: by its method and its path without ids. */
export interface RequestName {
  readonly method?: string | undefined;
  readonly route?: string | undefined;
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
  /** Says which error it is. It is the same in all copies of this package. */
  declare readonly procoreCode: string;
  /** The same as `procoreCode`. A `MissingCompanyIdHeaderError` has the code of the original axios error. */
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
  constructor(name: string, procoreCode: string, message: string, fields: object) {
    super(message);
    // Classes compiled to ES5 lose their prototype when they extend Error.
    Object.setPrototypeOf(this, new.target.prototype);
    hide(this, 'name', name);
    Object.assign(this, withoutUndefined({ procoreCode, code: procoreCode, ...fields }));
    // The stack that V8 has taken begins with another name, and at this constructor.
    (Error as Partial<typeof Error>).captureStackTrace?.(this, new.target);
  }

  /** The fields worth logging: no token, no query value, no header value. */
  toJSON(): Record<string, unknown> {
    const { name, message, stack } = this;
    return { name, message, stack, ...(this as object) };
  }
}

/**
 * Gives a class of errors its code, by which `instanceof` holds across copies of this package. The check is a defined property that asks the
 * ordinary one first: a static method breaks classes that Babel, TypeScript or swc compile to ES5. A class that extends one of these errors gets
 * the ordinary check alone.
 */
export function recognizeAcrossCopies(errorClass: object, procoreCode: string): void {
  const hasInstance = function (this: unknown, value: unknown): boolean {
    if (Function.prototype[Symbol.hasInstance].call(this, value)) return true;
    return this === errorClass && readOwn(value, 'procoreCode') === procoreCode;
  };
  Object.defineProperty(errorClass, 'procoreCode', { value: procoreCode });
  Object.defineProperty(errorClass, Symbol.hasInstance, { value: hasInstance });
}
