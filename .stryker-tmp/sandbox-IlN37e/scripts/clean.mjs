// @ts-nocheck
// Removes what the build writes.
import { rmSync } from 'node:fs';

import { subpaths } from './entries.mjs';

for (const folder of ['dist', ...subpaths.map(({ name }) => name)]) {
  rmSync(folder, { recursive: true, force: true });
}
