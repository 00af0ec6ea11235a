import { Parser } from 'papaparse';
import { type Block, countLines } from './blocks-of';

/** Receives each record, with the line on which it begins. */
export interface RecordSink {
  readonly record: (cells: readonly string[], line: number) => void;
  readonly broken: (line: number, problem: string) => void;
}

/** A quote that is not closed within this many lines is a stray quote, not a cell of several lines. */
const MOST_LINES = 20;
const STRAY_QUOTE = 'a quote is not closed, or text follows a closing quote';

type Lines = readonly string[];

/** A record that begins at a line, and how many lines it takes. */
type Found = { readonly cells: readonly string[]; readonly span: number } | 'broken' | 'unfinished';

const countBreaks = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);

/** Reads records, also across blocks, and continues at the next line after a broken one. */
export class CsvRecords {
  /** The lines of a record that continues in the next block. */
  private carried: Lines = [];

  /** The library's `parse` function would take twice the time and memory. */
  private readonly parser: Parser;

  constructor(
    delimiter: string,
    private readonly sink: RecordSink,
  ) {
    this.parser = new Parser({ delimiter, newline: '\n' });
  }

  read({ text, first, isLast }: Block): void {
    if (this.carried.length === 0) {
      const { data, errors } = this.parse(text);
      if (errors.length === 0) this.emit(data, text, first);
      else this.readLines(text.split('\n'), first, isLast);
      return;
    }
    const { carried } = this;
    this.carried = [];
    this.readLines([...carried, ...text.split('\n')], first - carried.length, isLast);
  }

  private parse(text: string): { data: string[][]; errors: { code: string }[] } {
    return this.parser.parse(text, 0, false) as { data: string[][]; errors: { code: string }[] };
  }

  private emit(records: readonly (readonly string[])[], text: string, first: number): void {
    const isLinewise = records.length === countLines(text);
    let line = first;
    for (const cells of records) {
      this.sink.record(cells, line);
      line += isLinewise ? 1 : 1 + countBreaks(cells);
    }
  }

  private readLines(lines: Lines, first: number, isLast: boolean): void {
    let at = 0;
    while (at < lines.length) {
      const found = this.recordAt(lines, at, isLast);
      if (found === 'unfinished') {
        this.carried = lines.slice(at);
        return;
      }
      if (found === 'broken') this.sink.broken(first + at, STRAY_QUOTE);
      else this.sink.record(found.cells, first + at);
      at += found === 'broken' ? 1 : found.span;
    }
  }

  private recordAt(lines: Lines, at: number, isLast: boolean): Found {
    for (let span = 1; span <= MOST_LINES; span++) {
      if (at + span > lines.length) return isLast ? 'broken' : 'unfinished';
      const { data, errors } = this.parse(lines.slice(at, at + span).join('\n'));
      if (errors.length === 0) return { cells: data[0] ?? [''], span };
      if (errors.some(({ code }) => code !== 'MissingQuotes')) return 'broken';
    }
    return 'broken';
  }
}
