// sentry.cjs ORIGIN
const Sentry = require('@sentry/node');

const { compareWays } = require('./compare.cjs');

let events = [];

/** Keeps what would be sent. */
const transport = () => ({
  send: async ([, items]) => {
    events.push(...items.map(([, item]) => item));
    return {};
  },
  flush: async () => true,
});

Sentry.init({
  dsn: 'http://public@127.0.0.1/1',
  transport,
  integrations: [Sentry.extraErrorDataIntegration({ depth: 6, captureErrorCause: true })],
});

/** Breadcrumbs of other requests are no part of an event. */
const around = (send) => Sentry.withIsolationScope(send);

/** Sentry sends some lines of source for each line of a stack, and an axios error before 1.0 has no stack. */
const withoutStacks = (key, value) => (key === 'stacktrace' ? undefined : value);

/** What is sent when the program calls Sentry. */
function sent(capture) {
  return async (error) => {
    events = [];
    capture(error);
    await Sentry.flush(5000);
    return JSON.stringify(events, withoutStacks);
  };
}

compareWays(
  {
    captureException: sent((error) => Sentry.captureException(error)),
    'captureException with the error as extra data': sent((error) =>
      Sentry.captureException(new Error('It failed'), { extra: { error } }),
    ),
    'captureException of an error that it caused': sent((error) =>
      Sentry.captureException(new Error('It failed', { cause: error })),
    ),
  },
  process.argv[2],
  around,
);
