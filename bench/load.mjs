import { sections } from './load/checks.mjs';
import { companiesStayApart } from './load/companies.mjs';
import { heapStaysFlat } from './load/heap.mjs';
import { timeIsLinear } from './load/linear-time.mjs';
import { regexpsAreLinear } from './load/regexps.mjs';
import { writeLoad } from './report.mjs';

await companiesStayApart();
await timeIsLinear();
await regexpsAreLinear();
await heapStaysFlat();
if (process.argv.includes('--report')) writeLoad(sections);
