// @ts-nocheck
import { type ClientRequest, type IncomingMessage, request } from 'http';

interface CallOptions {
  method?: string;
  /** The value of `Procore-Company-Id`; none by default. */
  company?: string | number;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
  /** An object to be sent as JSON. */
  json?: unknown;
  /** What to put into the request line instead of the path of the url. */
  target?: string;
}

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
  /** The body parsed as JSON; the tests know its shape. */
  json: ReturnType<typeof JSON.parse>;
}

async function answerOf(outgoing: ClientRequest): Promise<Answer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.on('response', resolve);
    outgoing.on('error', reject);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const isJson = response.headers['content-type']?.startsWith('application/json') && text !== '';
  return {
    status: Number(response.statusCode),
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  };
}

/** One HTTP request on a connection of its own, which follows no redirect and throws for no status. */
export function call(url: string, options: CallOptions = {}): Promise<Answer> {
  const { company, json, headers = {}, target } = options;
  const body = json === undefined ? options.body : JSON.stringify(json);
  const outgoing = request(url, {
    method: options.method ?? 'GET',
    agent: false,
    ...(target !== undefined && { path: target }),
    headers: {
      ...(company !== undefined && { 'Procore-Company-Id': String(company) }),
      ...(json !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
  });
  outgoing.end(body);
  return answerOf(outgoing);
}

export const form = (fields: Record<string, string>) => ({
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});

/** A multipart body of text fields, with the bytes of a file in the field `file` if there are any. */
export function multipart(fields: Record<string, string>, file?: Buffer) {
  const boundary = 'x-boundary-x';
  const texts = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const files = file ? [Buffer.from(head), file, Buffer.from('\r\n')] : [];
  return {
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([
      Buffer.from(texts.join('')),
      ...files,
      Buffer.from(`--${boundary}--\r\n`),
    ]),
  };
}
