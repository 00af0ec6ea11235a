// Observes a million events, and tells the time and the memory that this takes beyond what the events and Node take.
import { createAudit } from 'axios-procore-company-id/audit';

import { routes } from '../audit.mjs';

const EVENTS = 1_000_000;
const SOURCES = ['path', 'query', 'default'];

const events = routes(2000).flatMap((route, index) =>
  Array.from({ length: 5 }, (_, turn) => ({
    type: 'resolved',
    method: ['GET', 'POST'][turn % 2],
    route: `/rest${route}`,
    source: SOURCES[turn % 3],
    companyId: String(562949953443325 + ((index * 7 + turn) % 500)),
    conflict: false,
  })),
);

const before = process.memoryUsage.rss();
const start = performance.now();
const cpu = process.cpuUsage();
const audit = createAudit();
for (let index = 0; index < EVENTS; index++) audit.observe(events[index % events.length]);
const { calls } = audit.report();
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(cpu);
if (calls !== EVENTS) throw new Error(`It counted ${calls}.`);

const peak = process.resourceUsage().maxRSS * 1024;
globalThis.measured = {
  seconds,
  cpuSeconds: (user + system) / 1e6,
  megabytes: (peak - before) / 1e6,
};
