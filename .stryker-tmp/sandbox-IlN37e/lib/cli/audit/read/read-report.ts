// @ts-nocheck
import type { Input, Ledger } from '../ledger';
import { type Block, blocksOf } from './blocks-of';
import { CsvRecords } from './csv-records';
import { readHeadings } from './report-columns';
import { createRowReader, isBlank } from './report-row';
import { throwIfUseless } from './useless';

function recordsOf(input: Input, ledger: Ledger, line: number, headings: string): CsvRecords {
  const layout = readHeadings(input.name, line, headings);
  const readRow = createRowReader(layout);
  return new CsvRecords(layout.delimiter, {
    broken(at, problem) {
      input.broken.add(`line ${at}`, problem);
    },
    record(cells, at) {
      const row = readRow(cells);
      if (!('problem' in row)) {
        input.used++;
        if (row.date === undefined) input.undated++;
        ledger.addRow(row);
      } else if (!isBlank(cells)) {
        input.broken.add(`line ${at}`, row.problem);
      }
    },
  });
}

/** The block without its first line that is not blank, and that line. */
function takeHeadings({ text, first, isLast }: Block): {
  line: number;
  headings: string;
  rest: Block;
} {
  const lines = text.split('\n');
  const index = lines.findIndex((line) => line.trim() !== '');
  const at = index < 0 ? lines.length - 1 : index;
  return {
    line: first + at,
    headings: String(lines[at]),
    rest: { text: lines.slice(at + 1).join('\n'), first: first + at + 1, isLast },
  };
}

/** Reads an API Call Activity Report. */
export async function readReport(
  input: Input,
  text: AsyncIterable<string>,
  ledger: Ledger,
): Promise<void> {
  let records: CsvRecords | undefined;
  for await (const block of blocksOf(text)) {
    if (records) {
      records.read(block);
      continue;
    }
    const { line, headings, rest } = takeHeadings(block);
    if (headings.trim() === '' && !block.isLast) continue;
    records = recordsOf(input, ledger, line, headings);
    if (rest.text !== '') records.read(rest);
  }
  throwIfUseless(input);
}
