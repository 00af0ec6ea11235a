// Resolvers that do not read "exports" (moduleResolution: node, jest 27, webpack 4) look for the
// directory of a subpath: each gets one, with a package.json that leads into dist.
import { mkdirSync, writeFileSync } from 'node:fs';

import { subpaths } from './entries.mjs';

for (const entry of subpaths) {
  const stub = {
    main: `.${entry.require.default}`,
    module: `.${entry.import.default}`,
    types: `.${entry.require.types}`,
    sideEffects: false,
  };
  mkdirSync(entry.name, { recursive: true });
  writeFileSync(`${entry.name}/package.json`, `${JSON.stringify(stub, null, 2)}\n`);
}
