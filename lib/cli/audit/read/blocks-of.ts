/** Complete lines of a text, with LF between them. */
export interface Block {
  readonly text: string;
  /** The number of its first line, from 1. */
  readonly first: number;
  /** Whether no more follow. */
  readonly isLast: boolean;
}

/** Longer lines are cut: no report or event is that long. */
const LONGEST_LINE = 1_000_000;

export function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/**
 * Cuts a text that arrives in pieces into blocks of whole lines, which end with LF, CRLF or CR. Lines of more than a million characters
 * are cut, so that memory stays bounded.
 */
export async function* blocksOf(text: AsyncIterable<string>): AsyncGenerator<Block> {
  let rest = '';
  let first = 1;
  for await (const piece of text) {
    const joined = rest + piece;
    // A CR at the very end may be half of a CRLF.
    const held = joined.endsWith('\r') ? '\r' : '';
    const lines = joined.slice(0, joined.length - held.length).replace(/\r\n?/g, '\n');
    const cut = lines.lastIndexOf('\n');
    rest = lines.slice(cut + 1).slice(0, LONGEST_LINE) + held;
    if (cut < 0) continue;
    const block = lines.slice(0, cut);
    yield { text: block, first, isLast: false };
    first += countLines(block);
  }
  yield { text: rest.replace(/\r$/, ''), first, isLast: true };
}
