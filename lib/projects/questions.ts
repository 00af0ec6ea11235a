import { readOwn } from '../own-properties';
import type { ProcoreRequest } from '../resolvers/procore-request';
import { isThenable } from '../callbacks';
import type { KnownProjects } from './known-projects';
import type { SharedStore } from './shared-store';
import type { Answer, Question, Sources } from './sources';

/** A question that is under way. */
interface Flight {
  readonly question: Question;
  readonly answer: Promise<Answer>;
}

type Found = string | undefined;

/** Whether the request has been cancelled, by whichever way its version of axios has. */
function isCancelled({ config }: ProcoreRequest): boolean {
  return (
    readOwn(readOwn(config, 'cancelToken'), 'reason') !== undefined ||
    (readOwn(config, 'signal') as AbortSignal | null | undefined)?.aborted === true
  );
}

/** Whether the answer rejects even requests for a project that has become known in the meantime, because `lookup` failed. */
const rejectsAll = ({ doubted }: Question, { isLookupFailure }: Answer): boolean =>
  isLookupFailure === true && doubted === undefined;

/** Asks which company a project belongs to: once per project, however many requests wait. */
export class Questions {
  private readonly flights = new Map<string | undefined, Flight>();

  constructor(
    private readonly known: KnownProjects,
    private readonly shared: SharedStore | undefined,
    private readonly sources: Sources,
  ) {}

  /** The company of a project that is not known, or of one that is in doubt. */
  ask(projectId: string, request: ProcoreRequest): Found | Promise<Found> {
    const flight = this.flights.get(projectId);
    if (flight) return this.wait(request, flight);
    const question = { projectId, request, doubted: this.known.companyOf(projectId) };
    const answer = this.sources.find(question);
    if (isThenable(answer)) return this.wait(request, this.start(question, answer));
    this.remember(question, answer);
    return this.read(question, request, answer);
  }

  /** An answer that is under way is not remembered. The requests that wait still get it. */
  forget(projectId: string | undefined): void {
    this.flights.delete(projectId);
  }

  /** The same for all projects. */
  clear(): void {
    this.flights.clear();
  }

  private start(question: Question, pending: Promise<Answer>): Flight {
    const { projectId } = question;
    const answer = pending.then((value) => {
      if (this.flights.get(projectId) !== flight) return value;
      this.flights.delete(projectId);
      this.remember(question, value);
      return value;
    });
    const flight: Flight = { question, answer };
    this.flights.set(projectId, flight);
    return flight;
  }

  private async wait(request: ProcoreRequest, { question, answer }: Flight): Promise<Found> {
    const { projectId } = question;
    const value = await answer;
    // A lookup that failed because its own request was cancelled is no answer for the others.
    const isForOthers = value.errorFor && isCancelled(question.request) && !isCancelled(request);
    if (isForOthers) return this.known.companyOf(projectId) ?? this.ask(projectId, request);
    return this.read(question, request, value);
  }

  private remember(question: Question, answer: Answer): void {
    const { projectId, request, doubted } = question;
    // What was learned after the question is newer than the answer.
    if (rejectsAll(question, answer) || this.known.companyOf(projectId) !== doubted) return;
    const { companyId } = answer;
    // A known project keeps its company.
    if (answer.errorFor && doubted) request.report(answer.errorFor(request));
    else if (answer.isAbsent && !doubted) this.known.setAbsent(projectId);
    else if (companyId !== undefined && answer.isFromStore) this.known.copy(projectId, companyId);
    else if (companyId !== undefined && this.known.learn(projectId, companyId))
      this.shared?.set([[projectId, companyId]]).catch((error: unknown) => {
        request.report(error);
      });
  }

  private read(question: Question, request: ProcoreRequest, answer: Answer): Found {
    const { errorFor } = answer;
    if (errorFor && rejectsAll(question, answer)) throw errorFor(request);
    const companyId = this.known.companyOf(question.projectId) ?? answer.companyId;
    if (errorFor && companyId === undefined) throw errorFor(request);
    return companyId;
  }
}
