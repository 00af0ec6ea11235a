// @ts-nocheck
import { showCount } from '../../audit/columns';
import type { Input } from './ledger';
import type { Listing } from './listing';

const plural = (count: number, one: string, more = `${one}s`): string =>
  `${showCount(count)} ${count === 1 ? one : more}`;

function inputLines({ name, broken, undated }: Input): string[] {
  const lines = broken.examples.map(({ at, problem }) => `  ${at}: ${problem}`);
  const more = broken.count - broken.examples.length;
  return [
    ...(broken.count > 0
      ? [
          `${name}: ${plural(broken.count, 'row')} cannot be read and ${broken.count === 1 ? 'is' : 'are'} not counted.`,
        ]
      : []),
    ...lines,
    ...(more > 0 ? [`  and ${plural(more, 'more', 'more')}`] : []),
    ...(undated > 0
      ? [`${name}: ${plural(undated, 'row')} counted without the date, which cannot be read.`]
      : []),
  ];
}

/** What is to be said beside the result, as it is about the input. */
export function noticeLines({ inputs, routes, listed }: Listing): string[] {
  const hidden = routes.length - listed.length;
  return [
    ...inputs.flatMap(inputLines),
    ...(hidden > 0 ? [`${plural(hidden, 'route')} not listed.`] : []),
  ];
}
