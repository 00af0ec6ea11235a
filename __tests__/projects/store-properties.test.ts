import * as fc from 'fast-check';
import { projectDirectory } from 'axios-procore-company-id/projects';
import type { Outcome } from '../support/directory-model';
import { projectRequest } from '../support/project-request';
import { SharedModel, type StoreFlight } from '../support/shared-model';

const TTL = 100;
const PROCESSES = [0, 1];

const place = {
  process: fc.constantFrom(...PROCESSES),
  project: fc.constantFrom('1', '2', '3'),
};
const company = fc.constantFrom('7', '8', '9');

const step = fc.oneof(
  fc.record({ do: fc.constant('request' as const), ...place }),
  fc.record({ do: fc.constant('request' as const), ...place }),
  fc.record({ do: fc.constant('answer' as const), which: fc.nat(9) }),
  fc.record({ do: fc.constant('answer' as const), which: fc.nat(9) }),
  fc.record({ do: fc.constant('learn' as const), ...place, company }),
  fc.record({ do: fc.constant('delete' as const), ...place }),
  fc.record({ do: fc.constant('invalid' as const), ...place, company }),
  fc.record({ do: fc.constant('not found' as const), ...place, company }),
  fc.record({
    do: fc.constant('wait' as const),
    ms: fc.constantFrom(1, 50, 99, 100, 59_900, 60_000),
  }),
  fc.record({ do: fc.constant('outage' as const), isDown: fc.boolean() }),
  fc.record({ do: fc.constant('lose' as const) }),
  fc.record({
    do: fc.constant('foreign write' as const),
    project: place.project,
    value: fc.constantFrom('7', '8', 'garbage', ''),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Directories over one store, beside their model: whatever is done to one is done to the other. */
class Pair {
  readonly model: SharedModel;
  readonly changes: string[] = [];
  readonly asked: { projectId: string; settle(): void }[] = [];
  readonly outcomes: { real: Outcome; expected: Outcome }[] = [];
  private readonly data = new Map<string, string>();
  private readonly directories;
  private readonly answered = new Set<StoreFlight>();
  private isDown = false;

  constructor(lookup: ((projectId: string) => string | undefined) | undefined) {
    this.model = new SharedModel(PROCESSES.length, TTL, lookup);
    const told = async (change: () => void) => {
      if (this.isDown) throw new Error('down');
      change();
    };
    this.directories = PROCESSES.map((process) =>
      projectDirectory({
        ttl: TTL,
        lookup,
        lookupTimeout: Infinity,
        store: {
          get: (projectId) => this.get(projectId),
          set: (projectId, companyId) => told(() => this.data.set(projectId, companyId)),
          delete: (projectId) => told(() => this.data.delete(projectId)),
        },
        onChange: ({ projectId, companyId, previousCompanyId }) =>
          this.changes.push(`${process} ${projectId}: ${previousCompanyId} to ${companyId}`),
      }),
    );
  }

  async apply(given: Step): Promise<void> {
    const { model } = this;
    if (given.do === 'answer') this.answer(given.which);
    else if (given.do === 'lose') [this.data, model.data].forEach((data) => data.clear());
    else if (given.do === 'outage') this.isDown = model.isDown = given.isDown;
    else if (given.do === 'foreign write')
      [this.data, model.data].forEach((data) => data.set(given.project, given.value));
    else if (given.do === 'wait') jest.setSystemTime((model.now += given.ms));
    else this.applyTo(given);
    await turn();
  }

  /** All that can be seen of the two. */
  views() {
    const { outcomes, model, directories } = this;
    const projects = ['1', '2', '3'];
    return {
      real: {
        outcomes: outcomes.map(({ real }) => real),
        asked: this.asked.map(({ projectId }) => projectId),
        changes: this.changes,
        data: [...this.data].sort(),
        known: directories.map((directory) => projects.map((id) => directory.get(id))),
      },
      expected: {
        outcomes: outcomes.map(({ expected }) => expected),
        asked: model.asked.map(({ projectId }) => projectId),
        changes: model.changes,
        data: [...model.data].sort(),
        known: PROCESSES.map((process) => projects.map((id) => model.known(process, id))),
      },
    };
  }

  private applyTo(given: Extract<Step, { process: number }>): void {
    const { model } = this;
    const { process, project } = given;
    const directory = this.directories[process] as ReturnType<typeof projectDirectory>;
    const request = projectRequest(project);
    if (given.do === 'request') {
      const real: Outcome = {};
      this.outcomes.push({ real, expected: model.request(process, project) });
      Promise.resolve(directory(request)).then(
        (companyId) => (real.companyId = companyId),
        () => (real.failed = true),
      );
    } else if (given.do === 'learn') {
      model.learn(process, project, given.company);
      directory.set(project, given.company);
    } else if (given.do === 'delete') {
      model.delete(process, project);
      directory.delete(project);
    } else if (given.do === 'invalid') {
      model.forget(process, project, given.company);
      Promise.resolve(directory.forget(request, {}, given.company)).catch(() => undefined);
    } else {
      model.doubt(process, project, given.company);
      directory.doubt(request, {}, given.company);
    }
  }

  private answer(which: number): void {
    const flight = this.model.asked[which];
    if (!flight || this.answered.has(flight)) return;
    this.answered.add(flight);
    this.asked[which]?.settle();
    this.model.answer(flight);
  }

  /** A directory's own question waits for the step that answers it; what is read before a deletion is answered at once. */
  private get(projectId: string): Promise<string | undefined> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        if (this.isDown) reject(new Error('down'));
        else resolve(this.data.get(projectId));
      };
      const isQuestion = this.model.asked.length > this.asked.length;
      if (isQuestion) this.asked.push({ projectId, settle });
      else settle();
    });
  }
}

beforeEach(() =>
  jest.useFakeTimers({ now: 0, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] }),
);
afterEach(() => jest.useRealTimers());

test.each<[string, ((projectId: string) => string | undefined) | undefined]>([
  ['without `lookup`', undefined],
  ['with a `lookup` that knows some', (projectId) => (projectId === '3' ? undefined : '9')],
])(
  'directories over one store do what their model does, however learning, expiry, conflicts and outages interleave: %s',
  async (_what, lookup) => {
    const property = fc.asyncProperty(
      fc.array(step, { maxLength: 40, size: 'max' }),
      async (steps) => {
        jest.setSystemTime(0);
        const pair = new Pair(lookup);
        for (const each of steps) {
          await pair.apply(each);
          const { real, expected } = pair.views();
          expect(real).toEqual(expected);
        }
      },
    );
    await fc.assert(property, { numRuns: 400 });
  },
  60_000,
);
