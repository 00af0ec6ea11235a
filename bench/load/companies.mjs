import axios from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import axiosRetry from 'axios-retry';

import { check, note, SCALE, section } from './checks.mjs';

const COMPANIES = 100;
const HANGING = '13';
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Answers after a while, and fails the first attempt of every third request. */
function flakyAdapter(sent) {
  const seen = new Set();
  return async (config) => {
    const { tenant, number } = config;
    sent.push({ tenant, id: config.headers.get('Procore-Company-Id') });
    await wait(Math.random() * 5);
    const isFirst = number % 3 === 0 && !seen.has(number);
    seen.add(number);
    const response = { data: '{}', status: isFirst ? 503 : 200, headers: {}, config };
    if (!isFirst) return response;
    throw new axios.AxiosError('flaky', 'ERR_BAD_RESPONSE', config, null, response);
  };
}

/** Sends so many requests of a hundred companies at once; the resolver of one of them answers only when its request is aborted. */
async function send(count) {
  const sent = [];
  const instance = axios.create({
    baseURL: 'https://api.procore.com',
    adapter: flakyAdapter(sent),
  });
  const resolver = async ({ config }) => {
    // It waits until its request is aborted, as a resolver that watches the signal does. A retry comes with a signal that has been aborted.
    if (config.tenant === HANGING && !config.signal.aborted)
      await new Promise((resolve) => config.signal.addEventListener('abort', resolve));
    await wait(Math.random() * 20);
    return config.tenant;
  };
  attachProcoreCompanyId(instance, { resolver });
  axiosRetry(instance, { retries: 2, retryCondition: () => true });
  const hanging = new AbortController();
  const calls = Array.from({ length: count }, async (_, number) => {
    const tenant = String((number % COMPANIES) + 1);
    const own = new AbortController();
    if (number % 10 === 7) setTimeout(() => own.abort(), Math.random() * 25);
    const { signal } = tenant === HANGING ? hanging : own;
    const outcome = instance.get('/rest/v1.0/users', { tenant, number, signal });
    return outcome.then(
      () => ({ tenant, is: 'answered' }),
      (error) => ({ tenant, is: axios.isCancel(error) ? 'aborted' : String(error) }),
    );
  });
  const others = calls.filter((_, number) => String((number % COMPANIES) + 1) !== HANGING);
  const outcomes = await Promise.all(others);
  hanging.abort();
  return { sent, outcomes: outcomes.concat(await Promise.all(calls)) };
}

export async function companiesStayApart() {
  section(
    'Requests of 100 companies at once, with retries, aborts and a resolver that waits for an abort for one',
  );
  const count = 10_000 * SCALE;
  const { sent, outcomes } = await send(count);
  const wrong = sent.filter(({ tenant, id }) => tenant !== id);
  const odd = outcomes.filter(({ is }) => is !== 'answered' && is !== 'aborted');
  const stuck = outcomes.filter(({ tenant, is }) => tenant === HANGING && is !== 'aborted');
  note(`${sent.length} attempts of ${count} requests`);
  check('attempts with the id of another company', wrong.length, 0);
  check('requests that failed otherwise than by an abort', odd.length, 0);
  check('requests of the hanging resolver that an abort does not end', stuck.length, 0);
}
