import type { ResponseLike } from './axios-types';
import { errorTexts, MOST_BYTES } from './missing-header-body';
import { own } from './own';
import { type NodeStream, peekNodeStream } from './peek-node-stream';
import { peekWebStream } from './peek-web-stream';

const TEXT_TYPE = /^\s*(?:text\/|application\/(?:[\w.+-]*\+)?json)/i;

/** Whether a body that must be read to be known may be Procore's: text, and short where its length is told. */
function mayBeProcores({ headers }: ResponseLike): boolean {
  const type = own(headers, 'content-type') ?? 'text/plain';
  const length = Number(own(headers, 'content-length') ?? MOST_BYTES);
  return TEXT_TYPE.test(String(type)) && length > 0 && length <= MOST_BYTES;
}

const has = (data: object, ...methods: string[]): boolean =>
  methods.every((method) => typeof (data as Record<string, unknown>)[method] === 'function');

/** The beginning of a body that is a Blob or a stream. The caller can still read all of it. */
function peek(response: ResponseLike, mayTouch: boolean): Promise<string> | undefined {
  const data: unknown = response.data;
  if (typeof data !== 'object' || data === null || !mayBeProcores(response)) return undefined;
  if (has(data, 'slice', 'text')) return (data as Blob).slice(0, MOST_BYTES).text();
  if (!mayTouch) return undefined;
  if (has(data, 'read', 'unshift')) return peekNodeStream(data as NodeStream);
  return has(data, 'tee') ? peekWebStream(response) : undefined;
}

/**
 * What a body says, at once where it has been delivered, and later where it must be read.
 *
 * @param mayTouch - whether a stream may be read and put back
 */
export function bodyTexts(response: ResponseLike, mayTouch: boolean): string[] | Promise<string[]> {
  try {
    const pending = peek(response, mayTouch);
    return pending ? pending.then(errorTexts, () => []) : errorTexts(response.data);
  } catch {
    return [];
  }
}
