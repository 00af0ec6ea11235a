import { readOwn } from '../../own-properties';
import { createProcoreEdge, type ProcoreEdge } from '../../testing/edge';
import { DEFAULT_COMPANIES } from '../../testing/default-companies';
import type { EdgeRequest } from '../../testing/request-log';
import { createColors } from 'picocolors';
import { hasColors, type Io, write } from '../io';
import { UnusableInput } from '../unusable-input';
import { callLine, callOf } from './call-line';
import { type EdgeFlags, readEdgeFlags } from './edge-flags';
import { EDGE_HELP } from './edge-help';

/** A call that fails without the header, and the same call with it. */
function exampleCall(url: string): { fails: string; passes: string } {
  const [{ id, projects }] = DEFAULT_COMPANIES as [(typeof DEFAULT_COMPANIES)[number]];
  const address = `${url}/rest/v1.0/projects/${projects?.[0]?.id}/rfis`;
  return {
    fails: `curl -i ${address}`,
    passes: `curl -i -H 'Procore-Company-Id: ${id}' ${address}`,
  };
}

function greeting({ url, storageUrl }: ProcoreEdge, json: boolean): string {
  const { fails, passes } = exampleCall(url);
  if (json) return JSON.stringify({ url, storageUrl, fails, passes });
  return `A small Procore listens on ${url}. Press Ctrl+C to stop.
Its file storage listens on ${storageUrl}.

  fails:   ${fails}
  passes:  ${passes}
`;
}

function linesFor(io: Io, { json }: EdgeFlags): (request: EdgeRequest) => string {
  const { red, green } = createColors(hasColors(io, io.stdout));
  return (request) => {
    const call = callOf(request);
    if (json) return JSON.stringify(call);
    return (call.status < 400 ? green : red)(callLine(call));
  };
}

const PORT_PROBLEMS: Readonly<Partial<Record<string, string>>> = {
  EADDRINUSE: 'it is in use',
  EACCES: 'it needs more rights',
};

async function start(
  { edge }: EdgeFlags,
  onRequest: (request: EdgeRequest) => void,
): Promise<ProcoreEdge> {
  try {
    return await createProcoreEdge({ ...edge, onRequest });
  } catch (error) {
    const problem = PORT_PROBLEMS[String(readOwn(error, 'code'))] ?? (error as Error).message;
    throw new UnusableInput(
      `Cannot listen on port ${edge.port}: ${problem}. Choose another with --port, or leave out --port to use a free one.`,
    );
  }
}

/** Resolves when the process is asked to end, or when nothing reads its output any more. */
const ended = (io: Io): Promise<void> =>
  new Promise((resolve) => {
    io.onSignal('SIGINT', resolve);
    io.onSignal('SIGTERM', resolve);
    io.stdout.on('error', () => {
      resolve();
    });
  });

/** `procore-company-id edge`. */
export async function edgeCommand(args: readonly string[], io: Io): Promise<number> {
  const flags = readEdgeFlags(args);
  if (flags.help) {
    await write(io.stdout, EDGE_HELP);
    return 0;
  }
  const lineFor = linesFor(io, flags);
  const end = ended(io);
  const edge = await start(flags, (request) => {
    io.stdout.write(`${lineFor(request)}\n`);
  });
  await write(io.stdout, `${greeting(edge, flags.json)}\n`);
  await end;
  await edge.close();
  return 0;
}
