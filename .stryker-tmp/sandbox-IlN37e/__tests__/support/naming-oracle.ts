// @ts-nocheck
import type { RecordedRequest } from './recording-server';

/** What a request names: an id, nothing, or different things to different readers. */
export type Named = string | undefined;

const idOf = (text: unknown): string | undefined => {
  const trimmed = String(text).replace(/^[ \t]+|[ \t]+$/g, '');
  return /^[1-9][0-9]*$/.test(trimmed) && BigInt(trimmed) < 2n ** 63n ? trimmed : undefined;
};

function agreement(answers: Named[]): Named {
  return new Set(answers).size > 1 ? 'ambiguous' : answers[0];
}

function inPath(path: string): Named {
  const segments = path.split('/');
  const ids = segments.flatMap((segment, index) =>
    segments[index - 1] === 'companies' && /^\d+$/.test(segment) ? (idOf(segment) ?? []) : [],
  );
  return agreement(ids);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A path as three kinds of servers read it: as it stands, with dot segments resolved, and with escapes and empty segments undone. */
function readingsOf(target: string): string[] {
  const { pathname } = new URL(`http://any${target}`);
  const merged = decoded(pathname).replace(/[\\/]+/g, '/');
  return [String(target.split('?')[0]), pathname, new URL(`http://any${merged}`).pathname];
}

function inForm(text: string): Named {
  return agreement(new URLSearchParams(text.replace(/^\?/, '%3F')).getAll('company_id').map(idOf));
}

function inJson(text: string): Named {
  try {
    const body = JSON.parse(text) as Record<string, unknown> | null;
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
    const value =
      isObject && Object.keys(body).includes('company_id') ? body.company_id : undefined;
    return typeof value === 'object' ? undefined : idOf(value);
  } catch {
    return undefined;
  }
}

/**
 * The company that a server finds in a request as it came over the wire: in the path, else in the query, else in the body. Written
 * down a second time, for the request line instead of an axios config.
 */
export function namedOnTheWire({ method, url, headers, body }: RecordedRequest): Named {
  const path = agreement(readingsOf(url).map(inPath));
  if (path !== undefined) return path;
  const query = inForm(new URL(`http://any${url}`).search.replace(/^\?/, ''));
  if (query !== undefined || method === 'GET' || method === 'HEAD') return query;
  const type = String(headers['content-type']);
  if (type.includes('json')) return inJson(body);
  return type.includes('urlencoded') ? inForm(body) : undefined;
}
