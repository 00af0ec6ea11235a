/** What part of the full load is tried: 1 unless `SCALE` says otherwise. */
export const SCALE = Number(process.env.SCALE ?? 1);

/** What was measured, under the titles of its sections. */
export const sections = [];

export function section(title) {
  sections.push({ title, notes: [], rows: [] });
  console.log(`${title}:`);
}

/** Prints what the measures of a section are about. */
export function note(text) {
  sections.at(-1).notes.push(text);
  console.log(`  ${text}`);
}

/** Prints a measure beside the most that it may be, and fails the run where it is more. */
export function check(name, measured, most, unit = '') {
  const isFine = measured <= most;
  if (!isFine) process.exitCode = 1;
  const [value, bound] = [measured, most].map((number) => Number(number.toPrecision(3)) + unit);
  sections.at(-1).rows.push({ name, value, bound });
  console.log(`  ${isFine ? 'ok    ' : 'FAILED'} ${name}: ${value} (at most ${bound})`);
}

const processorTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The shortest of several runs, in ms of processor time: what else the machine does hardly counts. */
export async function shortest(run, times = 5) {
  let best = Infinity;
  for (let time = 0; time < times; time++) {
    const start = processorTime();
    await run();
    best = Math.min(best, processorTime() - start);
  }
  return best;
}

/** An adapter that answers at once, with nothing on the wire. */
export const respond = (config) =>
  Promise.resolve({ data: '{}', status: 200, statusText: 'OK', headers: {}, config });
