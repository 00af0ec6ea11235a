import { readOwn } from '../../../own-properties';
import { readRoute } from '../../../audit/read-route';
import { readSummary } from '../../../audit/merge';
import { WrongShape } from '../../../audit/read-shape';
import type { Input, Ledger } from '../ledger';
import { describeFound } from '../broken-rows';
import { blocksOf } from './blocks-of';
import { shapeProblem } from './shape-problem';
import { throwIfUseless } from './useless';

/** The time that a logger adds to an event. */
function timeOf(event: unknown): number | undefined {
  const time = readOwn(event, 'time') ?? readOwn(event, 'timestamp');
  const stamp = typeof time === 'string' ? Date.parse(time) : time;
  const isTime = typeof stamp === 'number' && Math.abs(stamp) <= 8.64e15;
  return isTime ? stamp : undefined;
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new WrongShape('', `JSON, ${describeFound(line)}`);
  }
}

/** Counts one line: an event, or a line of `toJSONLines`. */
function countLine(ledger: Ledger, value: unknown): void {
  const field = { value, name: '' };
  if (readOwn(value, 'audit') !== undefined) {
    readSummary(field);
  } else if (readOwn(value, 'attempts') !== undefined) {
    ledger.addRoute(readRoute(field));
  } else if (typeof readOwn(value, 'method') !== 'string') {
    throw new WrongShape('method', 'a text');
  } else if (!ledger.addEvent(value, { time: timeOf(value) })) {
    throw new WrongShape('type', 'a type of event such as resolved');
  }
}

function readLine(input: Input, ledger: Ledger, line: string, at: number): void {
  if (line.trim() === '') return;
  const problem = shapeProblem(() => {
    countLine(ledger, parseLine(line));
  });
  if (problem === undefined) input.used++;
  else input.broken.add(`line ${at}`, problem);
}

/** Reads recorded events from `observe`, one per line, or the lines of an audit's `toJSONLines`. */
export async function readEvents(
  input: Input,
  text: AsyncIterable<string>,
  ledger: Ledger,
): Promise<void> {
  for await (const block of blocksOf(text)) {
    block.text.split('\n').forEach((line, index) => {
      readLine(input, ledger, line, block.first + index);
    });
  }
  throwIfUseless(input);
}
