/** Writes something around the text of a cell, such as a colour. */
// @ts-nocheck

export type PaintCell = (text: string, row: number, column: number) => string;

const GAP = '  ';

/** Rows of cells in columns, those of numbers to the right. The last column takes the space that it needs. */
export function align(
  rows: readonly (readonly string[])[],
  numeric: readonly number[],
  paint: PaintCell = (text) => text,
): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows.map((row, index) => {
    const cells = row.map((cell, column) => {
      const padding = ' '.repeat((widths[column] as number) - cell.length);
      const text = paint(cell, index, column);
      return numeric.includes(column) ? padding + text : text + padding;
    });
    return cells.join(GAP).trimEnd();
  });
}
