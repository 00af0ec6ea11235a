/**
 * Reports the steps that a program ran: each line `ok NAME` or `FAILED NAME :: why` that it printed is a check, and so is that it came to its end.
 *
 * @param {(isRight: boolean, name: string, output: string) => void} report
 * @param {string} title - what ran the steps
 * @param {{ code: number | null, output: string }} result - of the program, which prints `done` last
 */
export function reportSteps(report, title, { code, output }) {
  const lines = output.split('\n');
  const steps = lines.map((line) => /^(ok|FAILED) (.*)$/.exec(line)).filter(Boolean);
  for (const [, result, name] of steps) {
    // What went wrong follows the name of a step.
    const [step, why = ''] = name.split(' :: ');
    report(result === 'ok', `${title}, ${step}`, why);
  }
  const isDone = code === 0 && lines.at(-1) === 'done' && steps.length > 0;
  if (!isDone) report(false, `${title}, to the end`, output);
}
