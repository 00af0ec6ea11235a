/** What is wrong with one row, line or entry of an input. */
// @ts-nocheck

export interface BrokenRow {
  /** The line of it, from 1; of a HAR file the entry. */
  readonly at: string;
  /** As in `column Count: expected an integer, found a text of 3 characters`. No text of the input is in it. */
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

/** What was found in the place of something else, without telling it, as it may be a secret. */
export function describeFound({ length }: string): string {
  if (length === 0) return 'found nothing';
  return `found a text of ${length} ${length === 1 ? 'character' : 'characters'}`;
}
