import { createProcoreEdge } from 'axios-procore-company-id/testing';

import { createLegacyIntegration } from '../legacy-integration.mjs';

/** Events about an attempt; the others tell of its response. */
const ATTEMPTS = [
  'resolved',
  'kept',
  'unresolved',
  'exempt',
  'opted-out',
  'out-of-scope',
  'failed',
];

const words = (name) => name.replaceAll('-', ' ');

const LONGEST_NAME = 42;

/** Leaves out segments in the middle of a path that is too long for the table. */
function shorten(text) {
  if (text.length <= LONGEST_NAME) return text;
  const [end] = /\/[^/]+(?:\/:id)?$/.exec(text);
  const start = text.slice(0, text.lastIndexOf('/', LONGEST_NAME - end.length - 2));
  return `${start}/…${end}`;
}

/** Method and path, without what differs from run to run, and the company where the body is JSON that names one. */
function nameOf({ method, path, to, body }) {
  const host = to === 'storage' ? 'storage:' : '';
  const known = path.replace(/\?expires_at=.*/, '').replace(/\/01JEDGE\d+/, '/:id');
  const companyId = /^\{"company_id":(\d+)/.exec(body)?.[1];
  const named = companyId ? ` {company_id: ${companyId}}` : '';
  return shorten(`${method} ${host}${known}${named}`);
}

/** The status, and what it stands for where the number does not tell. */
const resultOf = ({ status, outcome }) =>
  [400, 403, 404].includes(status) ? `${status} ${words(outcome)}` : `${status}`;

/** Where the id came from. Requests to other places than the API need none. */
const sourceOf = (event) =>
  event?.type === 'out-of-scope'
    ? 'not needed'
    : (event?.source ?? words(event?.type ?? 'not observed'));

/** The observer hears of each attempt, but not of the hops of a redirect, which need no id here. */
function withSources(requests, events) {
  const attempts = events.filter(({ type }) => ATTEMPTS.includes(type));
  return requests.map((request, index) => {
    const isHop = requests[index - 1]?.outcome === 'redirect';
    const event = isHop ? undefined : attempts.shift();
    return {
      name: nameOf(request),
      header: request.companyId ?? 'none',
      source: isHop ? 'not needed' : sourceOf(event),
      result: resultOf(request),
    };
  });
}

/**
 * Runs the calls against an edge of their own, and tells for each call which requests arrived and how they were answered.
 *
 * @param attach is given the instance of axios directly after its creation, and an observer
 */
export async function record(calls, attach) {
  const edge = await createProcoreEdge({ requireToken: true });
  const events = [];
  const observe = (event) => events.push(event);
  try {
    const integration = createLegacyIntegration(edge.url, (procore) => attach(procore, observe));
    const recorded = [];
    for (const { run, prepare } of calls) {
      prepare?.(edge);
      edge.clear();
      events.length = 0;
      const error = await run(integration).then(
        () => undefined,
        (failure) => failure,
      );
      recorded.push({ requests: withSources(edge.requests, events), error });
    }
    return recorded;
  } finally {
    await edge.close();
  }
}
