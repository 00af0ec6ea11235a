import { parse } from 'papaparse';
import { UnusableInput } from '../../unusable-input';

/** The columns that Procore documents. */
export const COLUMNS = {
  date: 'Date',
  status: 'Response Code',
  method: 'HTTP Method',
  route: 'Normalized Route',
  count: 'Count',
} as const;

export type Column = keyof typeof COLUMNS;

/** Where the columns of a report are, and what separates them. */
export interface ReportLayout {
  readonly delimiter: string;
  readonly at: Readonly<Record<Column, number>>;
  /** How many columns there are. */
  readonly width: number;
}

const DELIMITERS = [',', ';', '\t'];
const NAMES = Object.keys(COLUMNS) as Column[];

/** A name without case and spaces, because spreadsheets and scripts change them. */
const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '');

function positionsOf(cells: readonly string[], column: Column): number[] {
  const name = plain(COLUMNS[column]);
  return cells.flatMap((cell, index) => (plain(cell) === name ? [index] : []));
}

const listed = (columns: readonly Column[]): string =>
  columns.map((column) => `"${COLUMNS[column]}"`).join(', ');

/** Whether a line may be the headings of a report: it has the route, or two other columns. */
export function looksLikeHeadings(line: string): boolean {
  const text = plain(line);
  const found = NAMES.filter((column) => text.includes(plain(COLUMNS[column])));
  return found.includes('route') || found.length > 1;
}

/**
 * Reads the headings of a report in any order, separated by commas, semicolons or tabs.
 *
 * @throws UnusableInput that says which columns are missing
 */
export function readHeadings(name: string, line: number, text: string): ReportLayout {
  const readings = DELIMITERS.map((delimiter) => {
    const [cells] = parse<string[]>(text, { delimiter }).data as [string[]];
    return { delimiter, cells, found: NAMES.filter((each) => positionsOf(cells, each).length > 0) };
  });
  const [{ delimiter, cells, found }] = readings.sort(
    (a, b) => b.found.length - a.found.length,
  ) as [(typeof readings)[number]];
  const missing = NAMES.filter((column) => !found.includes(column));
  if (missing.length > 0) {
    throw new UnusableInput(
      `${name}, line ${line}: expected the columns of an API Call Activity Report (${Object.values(COLUMNS).join(', ')}), found none named ${listed(missing)}.`,
    );
  }
  const twice = NAMES.filter((column) => positionsOf(cells, column).length > 1);
  if (twice.length > 0) {
    throw new UnusableInput(
      `${name}, line ${line}: expected each column once, found more than one named ${listed(twice)}.`,
    );
  }
  const at = Object.fromEntries(NAMES.map((each) => [each, positionsOf(cells, each)[0]]));
  return { delimiter, at: at as ReportLayout['at'], width: cells.length };
}
