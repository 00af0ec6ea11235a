import { isId } from '../company-id';
import { AMBIGUOUS, type FoundId } from './found-id';

/** The id behind a whole segment, such as `/companies/`. */
function idBehind(path: string, segment: string): FoundId {
  let found: FoundId;
  for (let at = path.indexOf(segment); at >= 0; at = path.indexOf(segment, at + 1)) {
    const start = at + segment.length;
    const slash = path.indexOf('/', start);
    const text = slash < 0 ? path.slice(start) : path.slice(start, slash);
    if (text !== found && isId(text)) found = found === undefined ? text : AMBIGUOUS;
  }
  return found;
}

/** What an id can be of. */
export type Subject = 'company' | 'project';

/** The company or project that a path names. */
export const idInPath = (path: string, subject: Subject): FoundId =>
  subject === 'company'
    ? idBehind(path, '/companies/')
    : (idBehind(path, '/projects/') ?? idBehind(path, '/project/'));
