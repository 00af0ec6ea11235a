import type { RequestFields } from '../axios-types';
import { readOwn } from '../own-properties';
import { AMBIGUOUS } from './found-id';
import type { Target } from './url';

const NONE: readonly unknown[] = [];

/** Values with an escape, and control characters, which some url parsers drop. */
// eslint-disable-next-line no-control-regex -- it looks for control characters
const ODD = /[%+#\0-\x1f]/;

/** The values of a key in a query text, as a server decodes them. */
function valuesInText(query: string, key: string, isPlain = !ODD.test(query)): readonly unknown[] {
  // Parsing costs more than all else on the way of a request, so it is done only for a query that needs it.
  if (!isPlain) {
    // eslint-disable-next-line no-control-regex -- it looks for control characters
    if (/[#\0-\x1f]/.test(query)) return [AMBIGUOUS];
    // Without the `&`, URLSearchParams would drop a question mark at the start.
    return new URLSearchParams(`&${query}`).getAll(key);
  }
  let at = query.indexOf(key);
  if (at < 0) return NONE;
  const values: string[] = [];
  for (; at >= 0; at = query.indexOf(key, at + 1)) {
    if (at > 0 && query.charAt(at - 1) !== '&') continue;
    const start = at + key.length;
    const next = query.indexOf('&', start);
    const end = next < 0 ? query.length : next;
    if (query.charAt(start) === '=') values.push(query.slice(start + 1, end));
    else if (start === end) values.push('');
  }
  return values;
}

function valuesInParams(fields: RequestFields, key: string): readonly unknown[] {
  const { params } = fields;
  if (params === undefined || params === null) return NONE;
  const { paramsSerializer } = fields;
  const serialize =
    typeof paramsSerializer === 'function'
      ? paramsSerializer
      : readOwn(paramsSerializer, 'serialize');
  if (typeof serialize === 'function')
    return valuesInText(String(serialize.call(fields, params, paramsSerializer)), key);
  if (Object.prototype.toString.call(params) === '[object URLSearchParams]')
    return (params as Pick<URLSearchParams, 'getAll'>).getAll(key);
  const value = readOwn(params, key) ?? undefined;
  if (!Array.isArray(value)) return value === undefined ? NONE : [value];
  // axios writes a list under another key, `company_id[]`, unless it is told to repeat the key.
  return readOwn(paramsSerializer, 'indexes') === null ? value : NONE;
}

/**
 * The values of a key in the query: first those in the url, then those in `params`. What a serializer that throws would have written is
 * ambiguous.
 */
export function valuesInQuery(
  fields: RequestFields,
  { search, isPlainSearch }: Target,
  key: string,
): readonly unknown[] {
  try {
    const inParams = valuesInParams(fields, key);
    if (search === '') return inParams;
    const inUrl = valuesInText(search, key, isPlainSearch);
    return inParams.length === 0 ? inUrl : inUrl.concat(inParams);
  } catch {
    return [AMBIGUOUS];
  }
}
