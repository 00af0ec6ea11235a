import { readOwn } from '../../../own-properties';
import { looksLikeHeadings } from './report-columns';

/** The format of an input. */
export type Format = 'csv' | 'lines' | 'document';

const BY_ENDING: Readonly<Record<string, Format>> = {
  csv: 'csv',
  tsv: 'csv',
  jsonl: 'lines',
  ndjson: 'lines',
  har: 'document',
};

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

function formatOfJson(lines: readonly string[]): Format {
  const [first, second] = lines.map(parsed);
  if (isObject(second)) return 'lines';
  const isDocument = readOwn(first, 'log') !== undefined || readOwn(first, 'routes') !== undefined;
  return isObject(first) && !isDocument ? 'lines' : 'document';
}

/** The format of an input, by its beginning, or by its name if the beginning does not show it. */
export function formatOf(name: string, start: string): Format {
  const lines = start
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 2);
  const [first = ''] = lines;
  if (looksLikeHeadings(first)) return 'csv';
  if (/^\s*[[{]/.test(first)) return formatOfJson(lines);
  const ending = name.toLowerCase().replace(/^.*\./s, '');
  return (readOwn(BY_ENDING, ending) as Format | undefined) ?? 'csv';
}
