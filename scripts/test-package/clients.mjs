// The package attached to clients that generators make of one description of Procore's API.
import path from 'node:path';

import { build } from 'esbuild';

import { createConsumer } from './consumer.mjs';
import { startProcore } from './procore-server.mjs';
import { node } from './run.mjs';
import { reportSteps } from './steps.mjs';

const GENERATORS = {
  '@hey-api/openapi-ts': '0.95.0',
  '@kubb/core': '4.39.3',
  '@kubb/plugin-client': '4.39.3',
  '@kubb/plugin-oas': '4.39.3',
  '@kubb/plugin-ts': '4.39.3',
  'openapi-typescript-codegen': '0.30.0',
  orval: '7.13.2',
  'swagger-typescript-api': '13.13.0',
};

/** The clients are TypeScript: they are bundled, but for what they import from packages. */
async function bundle(folder) {
  const outfile = path.join(folder, 'out.mjs');
  await build({
    absWorkingDir: folder,
    entryPoints: ['main.mjs'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  });
  return outfile;
}

export async function testClients(report) {
  const dependencies = { axios: '1.21.1', ...GENERATORS };
  const folder = await createConsumer('clients', dependencies, ['portable', 'clients']);
  const generated = await node(['generate.mjs'], { cwd: folder, timeout: 120_000 });
  if (generated.code !== 0) return report(false, 'the generators', generated.output);
  const procore = await startProcore();
  try {
    const args = [await bundle(folder), procore.origin];
    reportSteps(report, 'client', await node(args, { cwd: folder, timeout: 60_000 }));
  } catch (error) {
    report(false, 'a bundle of the clients', `${error}\n${generated.output}`);
  } finally {
    procore.close();
  }
}
