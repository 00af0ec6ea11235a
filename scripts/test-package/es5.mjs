// The package compiled to ES5 with the program that uses it, as is done for old browsers and on old targets.
import { createConsumer } from './consumer.mjs';
import { startProcore } from './procore-server.mjs';
import { inPairs, node } from './run.mjs';
import { reportSteps } from './steps.mjs';

const COMPILERS = {
  babel: 'Babel preset-env 7.29.14 for IE 11',
  'babel-loose': 'Babel preset-env 7.29.14 for IE 11, loose',
  typescript: 'TypeScript 5.9.3 to ES5',
  swc: 'swc 1.16.22 to ES5',
};

const TOOLS = {
  '@babel/core': '7.29.13',
  '@babel/preset-env': '7.29.14',
  '@swc/core': '1.16.22',
  typescript: '5.9.3',
};

const TIMEOUT = 60_000;

async function compileAndRun(report, folder, compiler, title, origin) {
  const options = { cwd: folder, timeout: TIMEOUT };
  const compiled = await node(['compile.cjs', compiler, `out-${compiler}`], options);
  if (compiled.code !== 0) return report(false, title, compiled.output);
  reportSteps(report, title, await node([`out-${compiler}/main.js`, origin], options));
}

export async function testEs5(report) {
  const parts = ['portable', 'es5'];
  const procore = await startProcore();
  try {
    // The one is ES5 itself. Of the other, newer one the caller has the class of the errors.
    for (const axios of ['0.27.2', '1.21.1']) {
      const folder = await createConsumer(`es5-${axios}`, { axios, ...TOOLS }, parts);
      await inPairs(Object.entries(COMPILERS), ([compiler, name]) =>
        compileAndRun(report, folder, compiler, `${name}, axios ${axios}`, procore.origin),
      );
    }
  } finally {
    procore.close();
  }
}
