import './globals';

import axios from 'axios';
import * as plugin from 'axios-procore-company-id';

import { check } from './check.cjs';

check({ axios, plugin, origin: globalThis.origin, config: { adapter: 'fetch' } }).then((lines) => {
  console.log(lines.join('\n'));
  console.log('done');
});
