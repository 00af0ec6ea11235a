/** What is wrong with one row, line or entry of an input. */
export interface BrokenRow {
  /** Its line, counted from 1, or its entry in a HAR file. */
  readonly at: string;
  /** For example `column Count: expected an integer, found a text of 3 characters`. It holds no text of the input. */
  readonly problem: string;
}

const MOST_EXAMPLES = 5;

/** The broken rows of one input: all are counted, the first are kept. */
export class BrokenRows {
  count = 0;
  readonly examples: BrokenRow[] = [];

  add(at: string, problem: string): void {
    this.count++;
    if (this.examples.length < MOST_EXAMPLES) this.examples.push({ at, problem });
  }
}

/** Describes a wrong value without showing it, because it may be a secret. */
export function describeFound({ length }: string): string {
  if (length === 0) return 'found nothing';
  return `found a text of ${length} ${length === 1 ? 'character' : 'characters'}`;
}
