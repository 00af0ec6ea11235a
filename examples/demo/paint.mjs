import { styleText } from 'node:util';

/** Colours for a terminal that has them and is not told otherwise (`NO_COLOR`); plain text for a pipe or a file. */
export function createPaint(stream) {
  const hasColors = stream.hasColors?.() ?? false;
  return (format, text) => (hasColors ? styleText(format, text, { validateStream: false }) : text);
}
