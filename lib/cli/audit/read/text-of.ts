import { UnusableInput } from '../../unusable-input';

/** The first bytes of files that are not text. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['504b0304', 'a zip archive or an Excel workbook: unpack it, or save it as CSV'],
  ['1f8b', 'compressed with gzip: unpack it first'],
  ['d0cf11e0', 'an old Excel workbook: save it as CSV'],
  ['25504446', 'a PDF: download the report as CSV'],
];

const BYTE_ORDER_MARKS: readonly (readonly [string, string])[] = [
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];

const startsWith = (
  hex: string,
  marks: readonly (readonly [string, string])[],
): string | undefined => marks.find(([mark]) => hex.startsWith(mark))?.[1];

function decoderFor(name: string, start: Buffer): TextDecoder {
  const hex = start.toString('hex', 0, 8);
  const what = startsWith(hex, SIGNATURES);
  if (what !== undefined) throw new UnusableInput(`${name} is ${what}.`);
  const encoding = startsWith(hex, BYTE_ORDER_MARKS);
  if (encoding === undefined && start.includes(0)) {
    throw new UnusableInput(`${name} is not a text file: expected CSV, JSON lines or HAR.`);
  }
  return new TextDecoder(encoding ?? 'utf-8');
}

/** How many bytes show the encoding. */
const START = 8;

/** The bytes of a stream, with a first piece that is long enough to show the encoding. */
async function* withStart(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const piece: Buffer = start ? Buffer.concat([start, chunk]) : chunk;
    start = start && piece.length < START ? piece : undefined;
    if (!start) yield piece;
  }
  if (start) yield start;
}

/** The text of a stream of bytes, in pieces, in UTF-8 or in UTF-16 with a byte order mark. */
export async function* textOf(name: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const piece of withStart(bytes)) {
    decoder ??= decoderFor(name, piece);
    yield decoder.decode(piece, { stream: true });
  }
  // The text may end within a character.
  yield (decoder as TextDecoder).decode();
}
