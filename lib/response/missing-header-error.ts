import { type AdviceFacts, adviceFor } from '../errors/missing-header-reason';
import {
  MISSING_COMPANY_ID,
  MissingCompanyIdHeaderError,
} from '../errors/missing-company-id-header-error';
import { hide } from '../errors/procore-company-id-error';
import { readOwn } from '../own-properties';
import { type Failure, inWords } from './failure';

const NAME = 'MissingCompanyIdHeaderError';

/** Name, message, code and stack of an error. All else of it can hold a token. */
function bareCopy(original: Error & { readonly code?: unknown }): Error {
  const copy = new Error(original.message);
  for (const key of ['name', 'code', 'stack'] as const)
    if (original[key] !== undefined) hide(copy, key, original[key]);
  return copy;
}

/** Gives an error what the original has of its own, as it has it: code that copies or logs errors must see what it saw before. */
function copyOwn(error: Error, original: Error): void {
  for (const key of Reflect.ownKeys(original)) {
    const descriptor = Object.getOwnPropertyDescriptor(original, key);
    const isOurs = key === 'name' || key === 'message' || key === 'toJSON';
    if (isOurs) Object.defineProperty(error, key, { ...descriptor, value: error[key as 'name'] });
    else if (key !== 'stack') Object.defineProperty(error, key, descriptor as PropertyDescriptor);
  }
  hide(error, 'cause', bareCopy(original));
}

/** The members of the typed error's class, on the original's own prototype. */
function createPrototype(original: unknown): object {
  const base =
    original instanceof Error ? (Object.getPrototypeOf(original) as object) : Error.prototype;
  const members = Object.getOwnPropertyDescriptors(MissingCompanyIdHeaderError.prototype);
  // axios 0.27 to 1.6 inherits an enumerable `toJSON`. pino copies that with the error; without it pino prints the whole config.
  const { enumerable = false } = Object.getOwnPropertyDescriptor(base, 'toJSON') ?? {};
  return Object.create(base, { ...members, toJSON: { ...members.toJSON, enumerable } }) as object;
}

/**
 * Makes the typed error for a failure. It is a new native error, because `Reflect.construct` would leave it without a stack. Its prototype has the
 * members of the class and inherits from the original's, so `instanceof` also holds for the `AxiosError` of the copy of axios that made it.
 *
 * @param original - what axios rejected with; `undefined` where there is a response alone
 * @param isCertain - whether Procore's own text says that the header is missing
 */
export function missingHeaderError(
  failure: Failure,
  original: unknown,
  isCertain: boolean,
  facts: AdviceFacts,
): MissingCompanyIdHeaderError {
  const { response, request, decision, reason, status, place } = failure;
  const { companyId, source } = decision;
  const start = readOwn(original, 'message') ?? `Request failed with status code ${status}`;
  const said = isCertain
    ? 'Procore found no header Procore-Company-Id on'
    : 'Procore often answers 404 when the header Procore-Company-Id is missing, as it was on';
  const error = new MissingCompanyIdHeaderError(
    NAME,
    MISSING_COMPANY_ID,
    `${String(start)}: ${said} ${inWords(failure)}. ${adviceFor(reason, facts)}`,
    {
      ...{
        code: undefined,
        config: request.config,
        request: response.request as unknown,
        response,
        reason,
      },
      ...{ isCertain, method: place.method, route: place.route, companyId, source },
    },
  );
  Object.setPrototypeOf(error, createPrototype(original));
  if (original) copyOwn(error, original as Error);
  // axios 0.27 inherits it, and it cannot be assigned there.
  if (!(error as { isAxiosError?: boolean }).isAxiosError) hide(error, 'isAxiosError', true);
  return error;
}
