import { readId } from '../company-id';
import { InvalidCompanyIdError } from '../errors/invalid-company-id-error';
import { readOwn } from '../own-properties';
import type { ProcoreRequest } from '../resolvers/procore-request';
import { isThenable } from '../callbacks';
import type { KnownProjects } from './known-projects';
import type { DirectorySettings } from './options';
import { RecentMap } from './recent-map';

/** A question that is under way. */
interface Flight {
  /** The request that it was asked for. */
  readonly request: ProcoreRequest;
  readonly answer: Promise<unknown>;
}

type Found = string | undefined;

/** Whether the request has been cancelled, by whichever way its version of axios has. */
function isCancelled({ config }: ProcoreRequest): boolean {
  return (
    readOwn(readOwn(config, 'cancelToken'), 'reason') !== undefined ||
    (readOwn(config, 'signal') as AbortSignal | null | undefined)?.aborted === true
  );
}

/** The integrator's own knowledge, asked once per project however many requests wait. */
export class Lookups {
  private readonly flights = new Map<string | undefined, Flight>();
  /** Projects of which there is no company, as far as `lookup` knows. */
  private readonly absent: RecentMap<true>;

  constructor(
    private readonly lookup: NonNullable<DirectorySettings['lookup']>,
    private readonly known: KnownProjects,
    { maxProjects, negativeTtl }: DirectorySettings,
  ) {
    this.absent = new RecentMap(maxProjects, negativeTtl);
  }

  /** The company of a project that is not known. */
  ask(projectId: string, request: ProcoreRequest): Found | Promise<Found> {
    if (this.absent.get(projectId)) return undefined;
    const flight = this.flights.get(projectId);
    if (flight) return this.wait(projectId, request, flight);
    const answer = this.lookup(projectId, request);
    if (isThenable(answer))
      return this.wait(projectId, request, this.start(projectId, request, answer));
    this.remember(projectId, answer);
    return this.read(projectId, request, answer);
  }

  /** What is under way is not remembered when it comes. Who waits for it still gets it. */
  forget(projectId: string | undefined): void {
    this.flights.delete(projectId);
    this.absent.delete(projectId);
  }

  /** The same for all projects. */
  clear(): void {
    this.flights.clear();
    this.absent.clear();
  }

  private start(projectId: string, request: ProcoreRequest, pending: Promise<unknown>): Flight {
    const land = (): boolean => {
      const isAwaited = this.flights.get(projectId) === flight;
      if (isAwaited) this.flights.delete(projectId);
      return isAwaited;
    };
    const answer = Promise.resolve(pending).then(
      (value) => {
        if (land()) this.remember(projectId, value);
        return value;
      },
      (error: unknown) => {
        land();
        throw error;
      },
    );
    const flight: Flight = { request, answer };
    this.flights.set(projectId, flight);
    return flight;
  }

  /** A lookup that failed as its own request was cancelled is no answer for the others. */
  private wait(projectId: string, request: ProcoreRequest, flight: Flight): Promise<Found> {
    return flight.answer.then(
      (value) => this.read(projectId, request, value),
      (error: unknown) => {
        if (!isCancelled(flight.request) || isCancelled(request)) throw error;
        return this.known.companyOf(projectId) ?? this.ask(projectId, request);
      },
    );
  }

  /** What came in since the question is newer than the answer. */
  private remember(projectId: string, answer: unknown): void {
    if (this.known.companyOf(projectId) !== undefined) return;
    const companyId = readId(answer);
    if (companyId !== undefined) this.known.set(projectId, companyId);
    else if (answer === undefined || answer === null) this.absent.set(projectId, true);
  }

  private read(projectId: string, request: ProcoreRequest, answer: unknown): Found {
    const companyId = this.known.companyOf(projectId) ?? readId(answer);
    if (companyId === undefined && answer !== undefined && answer !== null) {
      throw new InvalidCompanyIdError(answer, 'the answer of `lookup`', request);
    }
    return companyId;
  }
}
