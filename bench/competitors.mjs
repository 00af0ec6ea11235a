import axios from 'axios';
import { createAuthRefresh } from 'axios-auth-refresh';
import { setupCache } from 'axios-cache-interceptor';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import axiosRetry from 'axios-retry';

import { parsingInterceptor, staticInterceptor } from './interceptors.mjs';

/** What people put on an instance, by the name that the table shows. */
export const COMPETITORS = {
  'bare axios': () => undefined,
  'a static default header': (instance) => {
    instance.defaults.headers.common['Procore-Company-Id'] = '42';
  },
  'a hand-written interceptor, static id': (instance) =>
    instance.interceptors.request.use(staticInterceptor),
  'a hand-written interceptor that parses the url': (instance) =>
    instance.interceptors.request.use(parsingInterceptor),
  'axios-retry': (instance) => axiosRetry(instance),
  'axios-auth-refresh': (instance) => createAuthRefresh(instance, () => Promise.resolve()),
  // Each request goes out: what is compared is the cost of being there.
  'axios-cache-interceptor': (instance) => setupCache(instance, { methods: [] }),
};

/** A request on an instance with one of them, or with this package. */
export function requestWith(install, config) {
  const instance = axios.create(config);
  install(instance);
  return { run: () => instance.get('/rest/v1.0/projects/3/rfis') };
}

export const attach = (instance) => attachProcoreCompanyId(instance, { companyId: 42 });
