// What loggers and trackers print of the typed error: no token that was not there before, and no more than before.
import { createConsumer } from './consumer.mjs';
import { startProcore } from './procore-server.mjs';
import { inPairs, node } from './run.mjs';
import { reportSteps } from './steps.mjs';

const TOOLS = { '@sentry/node': '11.12.0', pino: '10.4.0', winston: '3.19.0' };

const AXIOS = {
  axios: '1.21.1',
  'axios-0.21': 'npm:axios@0.21.4',
  'axios-0.27': 'npm:axios@0.27.2',
  'axios-1.6': 'npm:axios@1.6.8',
  'axios-1.21': 'npm:axios@1.21.1',
};

const PROGRAMS = { 'pino.cjs': 'pino', 'winston.cjs': 'winston', 'sentry.cjs': 'Sentry' };

export async function testLoggers(report) {
  const folder = await createConsumer('loggers', { ...AXIOS, ...TOOLS }, ['portable', 'loggers']);
  const procore = await startProcore();
  try {
    await inPairs(Object.entries(PROGRAMS), async ([program, title]) => {
      const options = { cwd: folder, timeout: 60_000 };
      reportSteps(report, title, await node([program, procore.origin], options));
    });
  } finally {
    procore.close();
  }
}
