// A worker that uses the `context` entry: with the flag `nodejs_compat`.
import axios from 'axios';
import * as plugin from 'axios-procore-company-id';
import * as context from 'axios-procore-company-id/context';

import { checkContext } from './context.cjs';

export default {
  async fetch(request) {
    const { origin } = await request.json();
    const config = { adapter: 'fetch' };
    const lines = await checkContext({ axios, plugin, context, origin, config });
    return new Response(lines.join('\n'));
  },
};
