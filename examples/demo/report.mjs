import { tableLines } from './table.mjs';
import { errorLines } from './typed-error.mjs';

const succeeded = (calls) => calls.filter(({ error }) => error === undefined).length;

function verdict(groups, problems) {
  return problems.length === 0
    ? ['green', `ok: all ${groups.flat().length} requests and the error are as claimed.`]
    : ['red', `FAILED: ${problems.length} of what was seen differs from what the demo claims.`];
}

/** All that the demo prints, as lines. */
export function reportLines({ before, after, groups, error, problems }, paint) {
  return [
    paint('bold', 'Procore-Company-Id on each request that a legacy integration sends'),
    '',
    ...tableLines(groups, paint),
    '',
    `Calls that succeed: ${succeeded(before)} of ${before.length} without the plugin, ` +
      `${succeeded(after)} of ${after.length} with it.`,
    'The last call meets an expired token and is retried after the refresh. "-" was never sent.',
    '',
    ...errorLines(error, paint),
    '',
    ...problems.map((problem) => paint('red', problem)),
    paint(...verdict(groups, problems)),
  ];
}
