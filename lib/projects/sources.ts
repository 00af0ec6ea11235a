import { readId } from '../company-id';
import { InvalidCompanyIdError } from '../errors/invalid-company-id-error';
import type { ProcoreRequest } from '../resolvers/procore-request';
import { isThenable } from '../callbacks';
import type { KnownProjects } from './known-projects';
import { noAnswerError } from './no-answer-error';
import type { DirectorySettings } from './options';
import type { SharedStore } from './shared-store';
import { TimeLimitError, withinTime } from './time-limit';

type Now<Value> = Value | Promise<Value>;

/** A project to find the company of. */
export interface Question {
  readonly projectId: string;
  /** The first request that needs it. */
  readonly request: ProcoreRequest;
  /** The known company, if a 404 has cast doubt on it. */
  readonly doubted: string | undefined;
}

/** How a question ended. */
export interface Answer {
  readonly companyId?: string;
  readonly isFromStore?: boolean;
  /** Whether `lookup` said that there is no such project, and the store did not fail. */
  readonly isAbsent?: boolean;
  /** The error for each request that waits. */
  readonly errorFor?: (request: ProcoreRequest) => unknown;
  /** Whether that is because `lookup` failed. */
  readonly isLookupFailure?: boolean;
}

const NOTHING: Answer = {};

/** Calls a function and handles its answer or its failure, without a delay if it returns no promise. */
function settle(
  call: () => unknown,
  onAnswer: (answer: unknown) => Now<Answer>,
  onError: (error: unknown) => Now<Answer>,
): Now<Answer> {
  let answer: unknown;
  try {
    answer = call();
  } catch (error) {
    return onError(error);
  }
  return isThenable(answer) ? Promise.resolve(answer).then(onAnswer, onError) : onAnswer(answer);
}

const isNone = (answer: unknown): boolean => answer === undefined || answer === null;

/** Finds the company of a project: asks first the store, then `lookup`. */
export class Sources {
  constructor(
    private readonly known: KnownProjects,
    private readonly shared: SharedStore | undefined,
    private readonly settings: DirectorySettings,
  ) {}

  find(question: Question): Now<Answer> {
    const { shared } = this;
    if (!shared) return this.askLookup(question, true);
    return settle(
      () => shared.get(question.projectId),
      (answer) => this.afterStore(question, answer),
      (error) =>
        this.afterFailedStore(question, error, (request) =>
          noAnswerError('store.get', question.projectId, request, error),
        ),
    );
  }

  private afterStore(question: Question, answer: unknown): Now<Answer> {
    if (isNone(answer)) return this.askLookup(question, true);
    const companyId = readId(answer);
    if (companyId === undefined) {
      const place = 'the answer of `store.get`';
      return this.afterFailedStore(
        question,
        new InvalidCompanyIdError(answer, place),
        (request) => new InvalidCompanyIdError(answer, place, request, 'project'),
      );
    }
    const isStillDoubted = companyId === question.doubted && this.settings.lookup;
    return isStillDoubted ? this.askLookup(question, true) : { companyId, isFromStore: true };
  }

  /** The default of the instance must not answer for a store that failed. */
  private afterFailedStore(
    question: Question,
    error: unknown,
    errorFor: (request: ProcoreRequest) => unknown,
  ): Now<Answer> {
    if (!this.settings.lookup) return { errorFor };
    question.request.report(error);
    return this.askLookup(question, false);
  }

  private askLookup(question: Question, isStoreSure: boolean): Now<Answer> {
    const { lookup, lookupTimeout } = this.settings;
    const { projectId, request } = question;
    if (!lookup || this.known.isAbsent(projectId)) return NOTHING;
    return settle(
      () => {
        const answer = lookup(projectId, request);
        return isThenable(answer) ? withinTime(answer, lookupTimeout, 'lookup') : answer;
      },
      (answer) => {
        const companyId = readId(answer);
        if (companyId !== undefined) return { companyId };
        if (isNone(answer)) return { isAbsent: isStoreSure };
        return {
          errorFor: (each) => new InvalidCompanyIdError(answer, 'the answer of `lookup`', each),
        };
      },
      (error) => ({
        isLookupFailure: true,
        errorFor: (each) =>
          error instanceof TimeLimitError ? noAnswerError('lookup', projectId, each, error) : error,
      }),
    );
  }
}
