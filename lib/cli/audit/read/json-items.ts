import { JSONParser } from '@streamparser/json';
import { UnusableInput } from '../../unusable-input';

/** A part of a JSON document: its path, such as `log.entries`, its index there, and its value. */
export interface JsonItem {
  readonly path: string;
  readonly index: number;
  readonly value: unknown;
}

const POSITION = /absolute position "(\d+)"/;
const LF = 10;

/** Finds the line and column of a byte in a text that arrives in pieces. */
class Positions {
  private line = 1;
  private lineStart = 0;
  private bytes = 0;

  describe(piece: Buffer, offset: number): string {
    this.walk(piece.subarray(0, offset - this.bytes));
    return `line ${this.line}, column ${offset - this.lineStart + 1}`;
  }

  walk(piece: Buffer): void {
    for (let at = piece.indexOf(LF); at >= 0; at = piece.indexOf(LF, at + 1)) {
      this.line++;
      this.lineStart = this.bytes + at + 1;
    }
    this.bytes += piece.length;
  }
}

/**
 * Reads the parts of a JSON document at certain paths, one by one, so that the document can have any size.
 *
 * @throws UnusableInput that says where the text is not JSON
 */
export async function readJsonItems(
  name: string,
  text: AsyncIterable<string>,
  paths: readonly string[],
  onItem: (item: JsonItem) => void,
): Promise<void> {
  const parser = new JSONParser({ paths: [...paths], keepStack: false });
  const positions = new Positions();
  let latest = 0;
  const problems: Error[] = [];
  parser.onToken = ({ offset }) => {
    latest = offset;
  };
  parser.onValue = ({ value, key, stack }) => {
    const path = stack.slice(1).map((each) => each.key);
    onItem({ path: path.join('.'), index: Number(key), value });
  };
  parser.onError = (error) => {
    problems.push(error);
  };
  for await (const part of text) {
    const piece = Buffer.from(part);
    parser.write(piece);
    const [problem] = problems;
    if (problem) {
      const offset = Number(POSITION.exec(String(problem))?.[1] ?? latest);
      throw new UnusableInput(`${name}, ${positions.describe(piece, offset)}: expected JSON.`);
    }
    positions.walk(piece);
  }
  if (!parser.isEnded)
    throw new UnusableInput(`${name} is cut off: expected more JSON at its end.`);
}
