const GAP = '  ';

/** Rows of cells in columns. `numeric` names the columns that align to the right. */
export function align(rows: readonly (readonly string[])[], numeric: readonly number[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const width = widths[column] as number;
      return numeric.includes(column) ? cell.padStart(width) : cell.padEnd(width);
    });
    return cells.join(GAP).trimEnd();
  });
}

/** Pieces after which a line may end: words, and segments of a path. */
const PIECES = /(?<=[ /])/;

/** A text in lines of at most `width` characters. It breaks after spaces and slashes, so that words and ids stay whole if they fit. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(PIECES)) {
    if (line !== '' && (line + piece).trimEnd().length > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
    while (line.trimEnd().length > width) {
      lines.push(line.slice(0, width));
      line = line.slice(width);
    }
  }
  return [...lines, line.trimEnd()];
}
