// @ts-nocheck
// Resolvers that do not read "exports" (moduleResolution: node, jest 27, webpack 4) look for the
// directory of a subpath: each gets one, with a package.json that leads into dist.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';

import { subpaths } from './entries.mjs';

/** Whether a built file, or one that it imports, needs Node. */
function needsNode(file) {
  const sources = [...readFileSync(file, 'utf8').matchAll(/ from '([^']+)'/g)].map(([, it]) => it);
  return sources.some((source) =>
    source.startsWith('.')
      ? needsNode(path.join(path.dirname(file), source))
      : builtinModules.includes(source),
  );
}

for (const entry of subpaths) {
  const stub = {
    main: `.${entry.require.default}`,
    // In an ES module webpack 4 finds no named export of Node's own modules.
    ...(!needsNode(entry.import.default) && { module: `.${entry.import.default}` }),
    types: `.${entry.require.types}`,
    sideEffects: false,
  };
  mkdirSync(entry.name, { recursive: true });
  writeFileSync(`${entry.name}/package.json`, `${JSON.stringify(stub, null, 2)}\n`);
}
