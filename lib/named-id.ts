import { isId, readId } from './company-id';

/** Stands for "more than one company, depending on who reads it". */
export const AMBIGUOUS = 'ambiguous';

/** An id as a decimal string, `'ambiguous'`, or `undefined` where none is named. */
export type Named = string | undefined;

const NONE: readonly Named[] = [];

/** One answer out of several: all the same, or ambiguous. */
export function agree(answers: readonly Named[]): Named {
  const first = answers.length ? answers[0] : undefined;
  return answers.length < 2 || answers.every((answer) => answer === first) ? first : AMBIGUOUS;
}

/** The id that follows a whole segment, such as `/companies/`, in a path. */
export function idInPath(path: string, segment: string): Named {
  let found: Named;
  let at = path.indexOf(segment);
  while (at >= 0) {
    const start = at + segment.length;
    const slash = path.indexOf('/', start);
    const text = slash < 0 ? path.slice(start) : path.slice(start, slash);
    if (isId(text)) {
      if (found !== undefined && text !== found) return AMBIGUOUS;
      found = text;
    }
    at = path.indexOf(segment, start - 1);
  }
  return found;
}

/** The project that a path names. */
export const projectInPath = (path = ''): Named =>
  idInPath(path, '/projects/') ?? idInPath(path, '/project/');

/** A path that tells its project, or lists the projects of a company. */
export const TELLS_PROJECT = /\/projects(?:\/[1-9]|$)/;

/** What every value of a key in a query or form text names, as a server decodes it. */
export function idsInQuery(query: string, key: string): readonly Named[] {
  if (query === '') return NONE;
  const isEncoded = query.includes('%');
  if (!isEncoded && !query.includes(key)) return NONE;
  // URLSearchParams would take a leading question mark off.
  if (isEncoded || query.includes('+'))
    return new URLSearchParams(`&${query}`).getAll(key).map(readId);
  // To parse costs more than all else.
  const ids: Named[] = [];
  for (let at = query.indexOf(key); at >= 0; at = query.indexOf(key, at + 1)) {
    const end = at + key.length;
    const isWhole = (at === 0 || query[at - 1] === '&') && /^[=&]?$/.test(query.charAt(end));
    if (!isWhole) continue;
    // Only as far as its own value: a query may have the key as often as its sender likes.
    const stop = query.indexOf('&', end);
    ids.push(readId(query.slice(end + 1, stop < 0 ? query.length : stop)));
  }
  return ids;
}
