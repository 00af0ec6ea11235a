import { createReadStream } from 'fs';
import { stat } from 'fs/promises';
import type { Readable } from 'stream';
import { readOwn } from '../../../own-properties';
import type { Io } from '../../io';
import { UnusableInput } from '../../unusable-input';
import type { Input, InputKind, Ledger } from '../ledger';
import { type Progress, watched } from '../progress';
import { readDocument } from './read-document';
import { readEvents } from './read-events';
import { readReport } from './read-report';
import { type Format, formatOf } from './sniff';
import { textOf } from './text-of';

type Read = (input: Input, text: AsyncIterable<string>, ledger: Ledger) => Promise<void>;

const READERS: Readonly<Record<Format, readonly [InputKind, Read]>> = {
  csv: ['report', readReport],
  lines: ['events', readEvents],
  document: ['har', readDocument],
};

const REASONS: Readonly<Partial<Record<string, string>>> = {
  ENOENT: 'the file does not exist',
  EISDIR: 'it is a folder',
  EACCES: 'its permissions do not allow it',
};

/** How many characters are read to detect the format. */
const START = 65_536;
const PIECE = 65_536;

function unreadable(name: string, error: unknown): Error {
  const code = readOwn(error, 'code');
  if (typeof code !== 'string' || error instanceof UnusableInput) return error as Error;
  return new UnusableInput(`Cannot read ${name}: ${REASONS[code] ?? code}.`);
}

async function* chain(start: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield start;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function readStart(text: AsyncIterator<string>): Promise<string> {
  let start = '';
  while (start.length < START) {
    const next = await text.next();
    if (next.done === true) break;
    start += next.value;
  }
  return start;
}

async function read(
  name: string,
  bytes: AsyncIterable<Buffer>,
  ledger: Ledger,
  onInput: (input: Input) => void,
): Promise<void> {
  const text = textOf(name, bytes);
  const start = await readStart(text);
  if (start.length < START && start.trim() === '') throw new UnusableInput(`${name} is empty.`);
  const [kind, reader] = READERS[formatOf(name, start)];
  const input = ledger.open(name, kind);
  onInput(input);
  await reader(input, chain(start, text), ledger);
}

async function sizeOf(file: string): Promise<number | undefined> {
  const { size } = await stat(file);
  return size > 0 ? size : undefined;
}

/**
 * Reads one input into the ledger. `-` is standard input.
 *
 * @throws UnusableInput that says in one line why it cannot be read
 */
export async function readInput(
  file: string,
  io: Io,
  ledger: Ledger,
  progress: Progress,
): Promise<void> {
  const isStdin = file === '-';
  const name = isStdin ? 'standard input' : file;
  let stream: Readable | undefined;
  try {
    const size = isStdin ? undefined : await sizeOf(file);
    stream = isStdin ? io.stdin : createReadStream(file, { highWaterMark: PIECE });
    const bytes = watched(stream as AsyncIterable<Buffer>, name, size, progress);
    await read(name, bytes, ledger, (input) => {
      progress.input = input;
    });
  } catch (error) {
    throw unreadable(name, error);
  } finally {
    progress.clear();
    stream?.destroy();
  }
}
