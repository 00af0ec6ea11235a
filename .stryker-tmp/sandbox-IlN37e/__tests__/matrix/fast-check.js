// @ts-nocheck
// The same cases each time, so that what a run says of a version depends on that version alone. SEED in the environment chooses others.
const fc = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });

module.exports = fc;
