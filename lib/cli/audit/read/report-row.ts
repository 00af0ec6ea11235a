import { describeFound } from '../broken-rows';
import { detached } from '../detached';
import type { ReportRow } from '../reported-calls';
import { type Column, COLUMNS, type ReportLayout } from './report-columns';

const METHOD = /^[A-Z]{3,10}$/;
const STATUS = /^[1-9]\d\d$/;
const COUNT = /^(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})$/;
const ROUTE = /^(?:\/|https?:\/\/|v\d|rest\/|vapid\/)/i;
const LONGEST_ROUTE = 2000;
const MOST_DATES = 1000;
const ORIGIN = /^https?:\/\/[^/?#]*/i;

/** A row, or what is wrong with it. */
export type ReadRow = ReportRow | { readonly problem: string };

const wrong = (column: Column, expected: string, cell: string): { problem: string } => ({
  problem: `column "${COLUMNS[column]}": expected ${expected}, ${describeFound(cell)}`,
});

const ISO_DATE = /^\d{4}-\d\d-\d\d(?=$|[T ])/;
const AMERICAN_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** The day in a cell, as Procore writes it, or as a spreadsheet in the United States writes it. */
function readDate(cell: string): number | undefined {
  const [, month = '', day = '', year = ''] = AMERICAN_DATE.exec(cell) ?? [];
  const iso =
    year === ''
      ? ISO_DATE.exec(cell)?.[0]
      : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(iso ?? '');
  return Number.isNaN(time) ? undefined : time;
}

/** Whether a row has nothing in it. */
export const isBlank = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.trim() === '');

/** Reads the rows of one report. It remembers dates, because there are few different ones. */
export function createRowReader({
  at,
  width,
}: ReportLayout): (cells: readonly string[]) => ReadRow {
  const dates = new Map<string, number | undefined>();

  function dateOf(text: string): number | undefined {
    if (dates.has(text)) return dates.get(text);
    const date = readDate(text);
    if (dates.size < MOST_DATES) dates.set(detached(text), date);
    return date;
  }

  return (cells) => {
    const { length } = cells;
    if (length !== width && (length < width || !isBlank(cells.slice(width)))) {
      return { problem: `expected ${width} columns, found ${length}` };
    }
    const cell = (column: Column): string => (cells[at[column]] as string).trim();
    const method = cell('method').toUpperCase();
    if (!METHOD.test(method)) return wrong('method', 'an HTTP method such as GET', method);
    const status = cell('status');
    if (!STATUS.test(status)) return wrong('status', 'a status from 100 to 999', status);
    const count = cell('count');
    if (!COUNT.test(count)) return wrong('count', 'an integer from 0', count);
    const route = cell('route');
    if (!ROUTE.test(route) || route.length > LONGEST_ROUTE) {
      return wrong('route', 'a route such as /v1.0/projects/:project_id/rfis', route);
    }
    return {
      date: dateOf(cell('date')),
      method,
      status: Number(status),
      count: Number(count.replace(/,/g, '')),
      route: route.replace(ORIGIN, ''),
    };
  };
}
