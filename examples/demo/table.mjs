const TITLES = ['request', 'header', 'result', 'header', 'id from', 'result'];
const [BEFORE, AFTER] = [1, 3];
const GAP = '  ';
const FOLLOW_UP = '  ';

const isFailure = (text) => /^[45]/.test(text);

/** The format of a cell by its column. */
const FORMATS = [
  () => 'reset',
  () => 'dim',
  (text) => (isFailure(text) ? 'red' : 'dim'),
  (text) => (/\d/.test(text) ? 'cyan' : 'dim'),
  () => 'dim',
  (text) => (isFailure(text) ? 'yellow' : 'green'),
];

/** Names the two runs above the titles of their columns. */
function heading(widths) {
  const start = (column) =>
    widths.slice(0, column).reduce((sum, width) => sum + width + GAP.length, 0);
  const first = 'without the plugin'.padEnd(start(AFTER) - start(BEFORE));
  return `${' '.repeat(start(BEFORE))}${first}with the plugin`;
}

/**
 * The table as lines. What a call leads to after its first request is indented.
 *
 * @param groups the rows of each call, each of six cells
 */
export function tableLines(groups, paint) {
  const rows = groups.flatMap((group) =>
    group.map(([name, ...cells], index) => [index === 0 ? name : FOLLOW_UP + name, ...cells]),
  );
  const widths = TITLES.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column].length)),
  );
  const line = (row, formatOf) =>
    row
      .map((cell, column) => {
        const isLast = column === row.length - 1;
        return paint(formatOf(cell, column), isLast ? cell : cell.padEnd(widths[column]));
      })
      .join(GAP);
  return [
    paint('bold', heading(widths)),
    line(TITLES, () => 'bold'),
    ...rows.map((row) => line(row, (cell, column) => FORMATS[column](cell))),
  ];
}
