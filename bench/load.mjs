import { companiesStayApart } from './load/companies.mjs';
import { heapStaysFlat } from './load/heap.mjs';
import { timeIsLinear } from './load/linear-time.mjs';
import { regexpsAreLinear } from './load/regexps.mjs';

await companiesStayApart();
await timeIsLinear();
await regexpsAreLinear();
await heapStaysFlat();
