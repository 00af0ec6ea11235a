// Runs all steps with each adapter of axios that this runtime has: run-all.mjs ORIGIN
import axios from 'axios';
import * as plugin from 'axios-procore-company-id';
import * as context from 'axios-procore-company-id/context';

import { check } from './check.cjs';
import { checkContext } from './context.cjs';
import { checkStreams } from './streams.cjs';

const origin = process.argv[2];
for (const adapter of ['http', 'fetch']) {
  const config = { adapter };
  const lines = [
    ...(await check({ axios, plugin, origin, config })),
    ...(await checkStreams({ axios, plugin, origin, adapter })),
    ...(await checkContext({ axios, plugin, context, origin, config })),
  ];
  for (const line of lines) console.log(line.replace(' ', ` ${adapter} adapter: `));
}
console.log('done');
