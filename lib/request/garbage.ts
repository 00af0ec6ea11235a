import { AMBIGUOUS } from './found-id';
import { idInHeader } from './header';
import type { RequestView } from './request-view';

/** Placeholders and words that a program writes by mistake. Anything else may be a secret, so it is not quoted. */
const SAFE_WORD = /^(?:undefined|null|NaN|0|\[object Object\]|:?\{*company_?id\}*)$/i;

/**
 * What was found in place of a company id, in words such as "the header says `undefined`". It explains why no id was found.
 */
export function findGarbage(request: RequestView): string | undefined {
  const places: [string, readonly unknown[]][] = [
    ['header', [request.companyIdHeader]],
    ['path', /\/companies\/([^/]+)/.exec(request.path)?.slice(1) ?? []],
    ['query', request.valuesIn('query', 'company')],
    ['body', request.valuesIn('body', 'company')],
  ];
  for (const [place, values] of places) {
    const garbage = values.find((value) => value !== AMBIGUOUS && !idInHeader(value));
    if (garbage === undefined) continue;
    const isSafe = typeof garbage !== 'object' && SAFE_WORD.test(String(garbage));
    return `the ${place} says ${isSafe ? `\`${String(garbage)}\`` : 'something that is no company id'}`;
  }
  return undefined;
}
