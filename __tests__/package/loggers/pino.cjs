// pino.cjs ORIGIN
const pino = require('pino');

const { compareWays } = require('./compare.cjs');

/** What a logger with these options writes of an error. */
function written(options, log) {
  return (error) => {
    let text = '';
    log(pino(options, { write: (line) => (text += line) }), error);
    return text;
  };
}

const { err, errWithCause } = pino.stdSerializers;
const redact = ['config', 'request', 'response'].map((key) => `err.${key}`);

compareWays(
  {
    'the error alone': written({}, (logger, error) => logger.error(error)),
    'the error as `err`': written({}, (logger, error) => logger.error({ err: error }, 'It failed')),
    'the error under another key': written({}, (logger, error) => logger.error({ error })),
    'under another key with the serializer': written(
      { serializers: { error: err } },
      (logger, error) => logger.error({ error }),
    ),
    'with the cause': written({ serializers: { err: errWithCause } }, (logger, error) =>
      logger.error(error),
    ),
    'with redaction': written({ redact }, (logger, error) => logger.error(error)),
    'a copy': written({}, (logger, error) => logger.error({ error: { ...error } })),
  },
  process.argv[2],
);
