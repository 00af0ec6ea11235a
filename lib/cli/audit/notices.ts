import { plural } from '../../audit/columns';
import type { Input } from './ledger';
import type { Listing } from './listing';

function inputLines({ name, broken, undated }: Input): string[] {
  const lines = broken.examples.map(({ at, problem }) => `  ${at}: ${problem}`);
  const more = broken.count - broken.examples.length;
  return [
    ...(broken.count > 0
      ? [
          `${name}: ${plural(broken.count, 'row cannot be read and is', 'rows cannot be read and are')} not counted.`,
        ]
      : []),
    ...lines,
    ...(more > 0 ? [`  and ${plural(more, 'more', 'more')}`] : []),
    ...(undated > 0
      ? [
          `${name}: ${plural(undated, 'row has', 'rows have')} a date that cannot be read: counted without it.`,
        ]
      : []),
  ];
}

/** What to say about the inputs, as opposed to their calls. */
export function noticeLines({ inputs, routes, listed }: Listing): string[] {
  const hidden = routes.length - listed.length;
  return [
    ...inputs.flatMap(inputLines),
    ...(hidden > 0 ? [`${plural(hidden, 'route')} not listed.`] : []),
  ];
}
