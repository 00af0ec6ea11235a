// Runs a legacy integration against a local edge, without and with the plugin, and prints what was sent and answered.
// Exit code 1 if anything differs from what examples/demo/calls.mjs claims.
import { attachProcoreCompanyId } from 'axios-procore-company-id';

import { CALLS, DEFAULT_COMPANY } from './demo/calls.mjs';
import { compare } from './demo/compare.mjs';
import { createPaint } from './demo/paint.mjs';
import { record } from './demo/record.mjs';
import { reportLines } from './demo/report.mjs';
import { problemsOf, provokeTypedError } from './demo/typed-error.mjs';

/** @returns whether everything is as claimed */
async function demo() {
  const before = await record(CALLS, () => {});
  const after = await record(CALLS, (procore, observe) =>
    attachProcoreCompanyId(procore, { companyId: DEFAULT_COMPANY, observe }),
  );
  const error = await provokeTypedError();
  const { groups, problems } = compare(CALLS, before, after);
  problems.push(...problemsOf(error));

  const lines = reportLines(
    { before, after, groups, error, problems },
    createPaint(process.stdout),
  );
  console.log(lines.join('\n'));
  return problems.length === 0;
}

demo().then(
  (isAsClaimed) => {
    process.exitCode = isAsClaimed ? 0 : 1;
  },
  (error) => {
    console.error('FAILED: the demo could not run.', error);
    process.exitCode = 1;
  },
);
