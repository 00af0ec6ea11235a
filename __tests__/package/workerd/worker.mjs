// A worker that uses the main entry, without any compatibility flag.
import axios from 'axios';
import * as plugin from 'axios-procore-company-id';

import { check } from './check.cjs';
import { checkStreams } from './streams.cjs';

export default {
  async fetch(request) {
    const { origin } = await request.json();
    const config = { adapter: 'fetch' };
    const lines = [
      ...(await check({ axios, plugin, origin, config })),
      ...(await checkStreams({ axios, plugin, origin, adapter: 'fetch' })),
    ];
    return new Response(lines.join('\n'));
  },
};
