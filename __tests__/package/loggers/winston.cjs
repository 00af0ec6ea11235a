// winston.cjs ORIGIN
const { Writable } = require('stream');
const { inspect } = require('util');

const { createLogger, format, transports } = require('winston');

const { compareWays } = require('./compare.cjs');

/** What a logger with this format writes of an error. */
function written(logFormat, log) {
  return async (error) => {
    let text = '';
    const stream = new Writable({
      write(chunk, encoding, next) {
        text += chunk;
        next();
      },
    });
    const logger = createLogger({
      format: logFormat,
      transports: [new transports.Stream({ stream })],
    });
    log(logger, error);
    await new Promise((resolve) => logger.on('finish', resolve).end());
    return text;
  };
}

/** What teams write to keep tokens out of their logs. */
const withoutParts = format((info) => {
  const error = info.error ?? info;
  for (const key of ['config', 'request', 'response']) delete error[key];
  return info;
});

/** Axios's error holds sockets, which JSON cannot. */
const safely = format.json({ space: 0 });
const inspected = format.printf((info) => inspect(info.error ?? info));

compareWays(
  {
    'the error alone, as JSON': written(
      format.combine(format.errors({ stack: true }), safely),
      (logger, error) => logger.error(error),
    ),
    'with the cause, as JSON': written(
      format.combine(format.errors({ stack: true, cause: true }), safely),
      (logger, error) => logger.error(error),
    ),
    'a text and the error, as JSON': written(
      format.combine(format.errors({ stack: true }), safely),
      (logger, error) => logger.error('It failed', error),
    ),
    'the error as a field, as JSON': written(safely, (logger, error) =>
      logger.error('It failed', { error }),
    ),
    'the error as a field, pretty': written(format.prettyPrint(), (logger, error) =>
      logger.error('It failed', { error }),
    ),
    'the error as a field, inspected': written(inspected, (logger, error) =>
      logger.error('It failed', { error }),
    ),
    'without config, request and response': written(
      format.combine(format.errors({ stack: true }), withoutParts(), format.prettyPrint()),
      (logger, error) => logger.error(error),
    ),
    'as a field without config, request and response': written(
      format.combine(withoutParts(), inspected),
      (logger, error) => logger.error('It failed', { error }),
    ),
    simple: written(format.simple(), (logger, error) => logger.error('It failed', error)),
    // What no logger is needed for.
    'console.log': (error) => inspect(error),
    'JSON.stringify': (error) => JSON.stringify(error),
  },
  process.argv[2],
);
