import axios from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';

import { parsingInterceptor, staticInterceptor } from './interceptors.mjs';
import { compare } from './paired-blocks.mjs';

const BASE = 'https://api.procore.com';
const CALLS = {
  'project in the path, default id': () => ({ url: '/rest/v1.0/projects/3/rfis' }),
  'company in the path': () => ({ url: '/rest/v2.0/companies/7/projects/3/rfis' }),
  'company in params': () => ({ url: '/rest/v1.0/projects', params: { company_id: 7, page: 2 } }),
  'company in the url query': () => ({ url: '/rest/v1.0/projects?company_id=7&page=2' }),
  'absolute url': () => ({ url: `${BASE}/rest/v1.0/projects/3/rfis?page=2` }),
};

const respond = (config) =>
  Promise.resolve({ data: '{}', status: 200, statusText: 'OK', headers: {}, config });

/** The request handler that an attachment puts on an instance. */
function attachedHandler(options) {
  const instance = axios.create({ baseURL: BASE });
  attachProcoreCompanyId(instance, options);
  return instance.interceptors.request.handlers[0].fulfilled;
}

/** Configs as axios hands them to an interceptor: each call takes a new one. */
function configsOf(call) {
  const made = [];
  const instance = axios.create({ baseURL: BASE, adapter: respond });
  instance.interceptors.request.use((config) => {
    made.push(config);
    return Promise.reject(new Error('only the config is wanted'));
  });
  return async (count) => {
    await Promise.allSettled(Array.from({ length: count }, () => instance.request(call())));
    return made.splice(0);
  };
}

const show = (name, { ratio, low, high, microseconds }) =>
  console.log(
    `  ${name.padEnd(34)} ${ratio.toFixed(3)}  (${low.toFixed(3)} to ${high.toFixed(3)})  ${microseconds.toFixed(2)} us`,
  );

async function handlersAlone() {
  console.log('Request handler alone, as a multiple of a hand-written one that parses the url:');
  const handle = attachedHandler({ companyId: 42 });
  for (const [name, call] of Object.entries(CALLS)) {
    const prepare = configsOf(call);
    show(name, await compare({ run: handle, prepare }, { run: parsingInterceptor, prepare }));
  }
}

async function wholeRequests() {
  console.log(
    'Whole request with a no-op adapter, as a multiple of one with a hand-written interceptor:',
  );
  const request = (install) => {
    const instance = axios.create({ baseURL: BASE, adapter: respond });
    install(instance);
    return { run: () => instance.get('/rest/v1.0/projects/3/rfis') };
  };
  const ours = request((instance) => attachProcoreCompanyId(instance, { companyId: 42 }));
  const fixed = request((instance) => instance.interceptors.request.use(staticInterceptor));
  const parsing = request((instance) => instance.interceptors.request.use(parsingInterceptor));
  show('static id', await compare(ours, fixed));
  show('parsing the url', await compare(ours, parsing));
}

await handlersAlone();
await wholeRequests();
