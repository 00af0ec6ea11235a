import { idInHeader } from './header';
import type { RequestView } from './request-view';

/** Placeholders and words that a program writes by mistake. Anything else can be a secret, and is not repeated. */
const SAFE_WORD = /^(?:undefined|null|NaN|0|\[object Object\]|:?\{*company_?id\}*)$/i;

/**
 * What stands where a company id is expected and is none, in words such as "the header says `undefined`". It tells why no id was found.
 */
export function findGarbage(request: RequestView): string | undefined {
  const places: [string, readonly unknown[]][] = [
    ['header', [request.companyIdHeader]],
    ['path', /\/companies\/([^/]+)/.exec(request.path)?.slice(1) ?? []],
    ['query', request.valuesIn('query', 'company')],
    ['body', request.valuesIn('body', 'company')],
  ];
  for (const [place, values] of places) {
    const garbage = values.find((value) => value !== undefined && !idInHeader(value));
    if (garbage === undefined) continue;
    const isSafe = typeof garbage !== 'object' && SAFE_WORD.test(String(garbage));
    return `the ${place} says ${isSafe ? `\`${String(garbage)}\`` : 'something that is no company id'}`;
  }
  return undefined;
}
