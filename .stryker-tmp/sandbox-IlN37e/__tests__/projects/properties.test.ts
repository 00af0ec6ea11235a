// @ts-nocheck
import * as fc from 'fast-check';
import type { ProcoreRequest } from 'axios-procore-company-id';
import { type LookupAnswer, projectDirectory } from 'axios-procore-company-id/projects';
import { DirectoryModel, type Outcome } from '../support/directory-model';

const LIMITS = { maxProjects: 3, ttl: 100, negativeTtl: 40 };

const project = fc.constantFrom('1', '2', '3', '4', '5');
const company = fc.constantFrom('7', '8', '9');
const which = fc.nat(7);

const step = fc.oneof(
  fc.record({ do: fc.constant('request' as const), project }),
  fc.record({
    do: fc.constant('answer' as const),
    which,
    company: fc.option(company, { nil: undefined }),
  }),
  fc.record({ do: fc.constant('fail' as const), which }),
  fc.record({
    do: fc.constant('learn' as const),
    projects: fc.array(project, { maxLength: 4 }),
    company,
  }),
  fc.record({ do: fc.constant('webhook' as const), project, company }),
  fc.record({ do: fc.constant('set' as const), project, company }),
  fc.record({ do: fc.constant('get' as const), project }),
  fc.record({ do: fc.constant('delete' as const), project }),
  fc.record({ do: fc.constant('invalid' as const), project, company }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1, 20, 39, 40, 60, 100) }),
  fc.record({ do: fc.constant('clear' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** The directory beside its model: whatever is done to one is done to the other. */
class Pair {
  readonly model = new DirectoryModel(LIMITS);
  readonly changes: string[] = [];
  readonly asked: { projectId: string; resolve(answer: LookupAnswer): void; reject(): void }[] = [];
  readonly outcomes: { real: Outcome; expected: Outcome }[] = [];
  readonly directory = projectDirectory({
    ...LIMITS,
    onChange: ({ projectId, companyId, previousCompanyId }) =>
      this.changes.push(`${projectId}: ${previousCompanyId} to ${companyId}`),
    lookup: (projectId) =>
      new Promise((resolve, reject) => {
        this.asked.push({ projectId, resolve, reject: () => reject(new Error('down')) });
      }),
  });

  request(projectId: string): void {
    const real: Outcome = {};
    this.outcomes.push({ real, expected: this.model.request(projectId) });
    const answer = this.directory({ projectId, config: {} } as ProcoreRequest);
    Promise.resolve(answer).then(
      (companyId) => (real.companyId = companyId),
      () => (real.failed = true),
    );
  }

  get(projectId: string): void {
    this.outcomes.push({
      real: { companyId: this.directory.get(projectId) },
      expected: { companyId: this.model.get(projectId) },
    });
  }

  learn(projects: string[], companyId: string): void {
    for (const id of projects) this.model.set(id, companyId);
    const config = { url: `/rest/v1.0/companies/${companyId}/projects` };
    const data = projects.map((id) => ({ id: Number(id) }));
    this.directory.learn({ config } as ProcoreRequest, { status: 200, data });
  }

  settle(at: number, companyId: string | undefined, isFailure: boolean): void {
    const flight = this.model.asked[at];
    if (!flight) return;
    if (isFailure) this.asked[at]?.reject();
    else this.asked[at]?.resolve(companyId);
    if (isFailure) this.model.fail(flight);
    else this.model.answer(flight, companyId);
    // Nothing is answered twice.
    this.model.asked[at] = { projectId: flight.projectId, waiting: [] };
  }

  async apply(given: Step): Promise<void> {
    const { model, directory } = this;
    const both = [model, directory];
    if (given.do === 'request') this.request(given.project);
    else if (given.do === 'answer') this.settle(given.which, given.company, false);
    else if (given.do === 'fail') this.settle(given.which, undefined, true);
    else if (given.do === 'learn') this.learn(given.projects, given.company);
    else if (given.do === 'set') both.forEach((one) => one.set(given.project, given.company));
    else if (given.do === 'delete') both.forEach((one) => one.delete(given.project));
    else if (given.do === 'clear') both.forEach((one) => one.clear());
    else if (given.do === 'get') this.get(given.project);
    else if (given.do === 'wait') {
      model.now += given.ms;
      jest.setSystemTime(model.now);
    } else if (given.do === 'webhook') {
      model.set(given.project, given.company);
      directory.learnFromWebhook({ project_id: given.project, company_id: given.company });
    } else {
      model.forget(given.project, given.company);
      directory.forget({ projectId: given.project } as ProcoreRequest, {}, given.company);
    }
    await turn();
  }

  /** All that can be seen of the two. */
  views() {
    const { outcomes, model, directory } = this;
    return {
      real: {
        outcomes: outcomes.map(({ real }) => real),
        asked: this.asked.map(({ projectId }) => projectId),
        changes: this.changes,
        entries: directory.entries(),
        size: directory.size,
      },
      expected: {
        outcomes: outcomes.map(({ expected }) => expected),
        asked: model.asked.map(({ projectId }) => projectId),
        changes: model.changes,
        entries: model.entries(),
        size: model.entries().length,
      },
    };
  }
}

test('a directory does what its model does, however lookups, learning, expiry and conflicts interleave', async () => {
  jest.useFakeTimers({ now: 0, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  const property = fc.asyncProperty(
    fc.array(step, { maxLength: 60, size: 'max' }),
    async (steps) => {
      jest.setSystemTime(0);
      const pair = new Pair();
      for (const each of steps) {
        await pair.apply(each);
        const { real, expected } = pair.views();
        expect(real).toEqual(expected);
      }
    },
  );
  await fc.assert(property, { numRuns: 500 });
  jest.useRealTimers();
}, 60_000);

test('no request ever gets the company of another project, with two companies under way at once', async () => {
  const companyOf = (projectId: string) => String(7 + (Number(projectId) % 2));
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
  const property = fc.asyncProperty(
    fc.array(fc.constantFrom('1', '2', '3', '4', '5', '6'), { minLength: 6, maxLength: 40 }),
    order,
    async (projects, answers) => {
      const asked = new Map<string, () => void>();
      const directory = projectDirectory({
        maxProjects: 2,
        lookup: (projectId) =>
          new Promise((resolve) => {
            expect(asked.has(projectId)).toBe(false);
            asked.set(projectId, () => resolve(companyOf(projectId)));
          }),
      });
      const all = projects.map((projectId) =>
        directory({ projectId, config: {} } as ProcoreRequest),
      );
      for (const index of answers) {
        asked.get(String(index + 1))?.();
        await turn();
      }

      for (const [index, answer] of all.entries()) {
        expect(await answer).toBe(companyOf(String(projects[index])));
      }
    },
  );
  await fc.assert(property, { numRuns: 200 });
});
