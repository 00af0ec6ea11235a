/** A part of a multipart body. */
export interface Part {
  readonly name: string;
  readonly isFile: boolean;
  readonly content: Buffer;
}

const BLANK_LINE = '\r\n\r\n';

function readPart(raw: string): Part[] {
  const end = raw.indexOf(BLANK_LINE);
  const head = raw.slice(0, Math.max(end, 0));
  const name = /;\s*name="([^"]*)"/i.exec(head)?.[1];
  if (name === undefined) return [];
  const content = Buffer.from(raw.slice(end + BLANK_LINE.length, -'\r\n'.length), 'latin1');
  return [{ name, isFile: /;\s*filename\*?=/i.test(head), content }];
}

/** The parts of a `multipart/form-data` body; none if it has no boundary. */
export function multipartParts(contentType: string, body: Buffer): readonly Part[] {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return [];
  // Latin-1 has a character for each byte, so files do not change when they become a string.
  return body.toString('latin1').split(`--${boundary}`).flatMap(readPart);
}

/** The fields of a `multipart/form-data` body that are not files. */
export const multipartFields = (contentType: string, body: Buffer): Record<string, string> =>
  Object.fromEntries(
    multipartParts(contentType, body)
      .filter(({ isFile }) => !isFile)
      .map(({ name, content }) => [name, content.toString()]),
  );
