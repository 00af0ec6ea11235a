import axios from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';

import { check, respond, SCALE, section } from './checks.mjs';

const SAMPLES = 10;

function heap() {
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

/** By how many bytes the heap grows with each call, by the least squares; the first samples are the warm-up. */
async function growth(count, call) {
  const step = Math.ceil(count / SAMPLES);
  const points = [];
  for (let sample = 0; sample <= SAMPLES; sample++) {
    if (sample > 1) points.push([sample * step, heap()]);
    for (let index = 0; index < step; index++) await call(sample * step + index);
  }
  const mean = (at) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const products = points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return products / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

async function requests() {
  const instance = axios.create({ baseURL: 'https://api.procore.com', adapter: respond });
  attachProcoreCompanyId(instance, { companyId: 42, resolver: async () => undefined });
  const { signal } = new AbortController();
  const count = 1_000_000 * SCALE;
  const slope = await growth(count, (index) =>
    instance.get(`/rest/v1.0/projects/${index}/rfis`, { signal }),
  );
  check(`${count} requests, growth of the heap by each`, slope, 4, ' bytes');
}

async function attachments() {
  const instance = axios.create({ adapter: respond });
  const count = 100_000;
  const slope = await growth(count, () => attachProcoreCompanyId(instance).detach());
  check(`${count} times attached and detached, growth of the heap by each`, slope, 16, ' bytes');
  check(
    'interceptors left behind',
    instance.interceptors.request.handlers.filter(Boolean).length,
    0,
  );
}

export async function heapStaysFlat() {
  section('Heap, measured after garbage collection');
  await requests();
  await attachments();
}
