// @ts-nocheck
const run = jest.fn<Promise<number>, [args: readonly string[], io: object]>(() =>
  Promise.resolve(1),
);

jest.mock('../../lib/cli/command', () => ({ run }));

const { argv, exitCode } = process;
const versions = Object.getOwnPropertyDescriptor(process, 'versions') as PropertyDescriptor;

async function startOn(node: string): Promise<void> {
  Object.defineProperty(process, 'versions', { ...versions, value: { ...process.versions, node } });
  jest.isolateModules(() => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- it runs when it is loaded
    require('../../lib/cli/bin');
  });
  await new Promise(setImmediate);
}

beforeEach(() => {
  process.argv = ['node', 'procore-company-id', 'audit', 'x.csv'];
  run.mockClear();
});

afterEach(() => {
  process.argv = argv;
  process.exitCode = exitCode;
  Object.defineProperty(process, 'versions', versions);
  jest.restoreAllMocks();
});

test.each(['18.0.0', '20.0.0', '26.1.0'])('runs the command on Node %s', async (node) => {
  await startOn(node);

  expect(run.mock.calls[0]?.[0]).toEqual(['audit', 'x.csv']);
  expect(process.exitCode).toBe(1);
});

test('gives it the streams and signals of the process', async () => {
  const once = jest.spyOn(process, 'once').mockReturnThis();
  await startOn('20.0.0');
  const end = (): void => undefined;

  const io = run.mock.calls[0]?.[1] as { onSignal: (signal: string, end: () => void) => void };
  io.onSignal('SIGTERM', end);

  const { stdin, stdout, stderr, env } = process;
  expect(io).toMatchObject({ stdin, stdout, stderr, env });
  expect(once).toHaveBeenCalledWith('SIGTERM', end);
});

test.each(['12.22.12', '16.20.2'])('says in one line that Node %s is too old', async (node) => {
  const error = jest.spyOn(console, 'error').mockReturnValue();

  await startOn(node);

  expect(run).not.toHaveBeenCalled();
  expect(process.exitCode).toBe(2);
  expect(error.mock.calls).toEqual([
    [`procore-company-id needs Node 18 or later; this is Node ${node}.`],
  ]);
});
