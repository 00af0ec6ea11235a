// Makes a client with each generator, with its settings for axios and as few others as it takes.
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const INPUT = path.resolve('procore.json');
const output = (name) => path.resolve('generated', name);

async function withSwaggerTypescriptApi() {
  const { generateApi } = await import('swagger-typescript-api');
  const options = { input: INPUT, httpClientType: 'axios', silent: true };
  await generateApi({ ...options, output: output('swagger-typescript-api') });
}

async function withOrval(name, override) {
  const { generate } = await import('orval');
  const target = path.join(output(name), 'client.ts');
  await generate({ input: INPUT, output: { target, client: 'axios', override } });
}

async function withHeyApi() {
  const { createClient } = await import('@hey-api/openapi-ts');
  const plugins = ['@hey-api/typescript', '@hey-api/client-axios', '@hey-api/sdk'];
  await createClient({
    input: INPUT,
    output: output('hey-api'),
    plugins,
    logs: { level: 'silent' },
  });
}

async function withKubb() {
  const { build } = await import('@kubb/core');
  const { pluginClient } = await import('@kubb/plugin-client');
  const { pluginOas } = await import('@kubb/plugin-oas');
  const { pluginTs } = await import('@kubb/plugin-ts');
  const plugins = [pluginOas({ generators: [] }), pluginTs(), pluginClient({ client: 'axios' })];
  const config = { root: '.', input: { path: INPUT }, output: { path: output('kubb') }, plugins };
  const { error } = await build({ config });
  if (error) throw error;
}

async function withOpenapiTypescriptCodegen() {
  const { generate } = await import('openapi-typescript-codegen');
  const options = { input: INPUT, httpClient: 'axios' };
  await generate({ ...options, output: output('openapi-typescript-codegen') });
}

mkdirSync('generated', { recursive: true });
await withSwaggerTypescriptApi();
await withOrval('orval', {});
// orval reads the function from a TypeScript file only.
cpSync('mutator.mjs', output('mutator.ts'));
await withOrval('orval-mutator', {
  mutator: { path: output('mutator.ts'), name: 'procoreRequest' },
});
await withHeyApi();
await withKubb();
await withOpenapiTypescriptCodegen();
