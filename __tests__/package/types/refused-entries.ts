// Compiled against the packed tarball: each marked line, and no other, must be refused with its code.
import { fromContext, runWithCompanyId } from 'axios-procore-company-id/context';
import { projectDirectory } from 'axios-procore-company-id/projects';

export const directories = [
  projectDirectory({ ttl: '1h' }), // TS2322
  projectDirectory({ maxSize: 3 }), // TS2353 or TS2345
  projectDirectory({ lookup: () => true }), // TS2322
  projectDirectory({ lookup: async () => ({ companyId: 3 }) }), // TS2322
  projectDirectory({ entries: [[3, false]] }), // TS2322
  projectDirectory({ entries: [3] }), // TS2322
  projectDirectory({ lookupTimeout: '10s' }), // TS2322
  projectDirectory({ store: 'redis://localhost' }), // TS2322 or TS2559
  projectDirectory({ store: new Map<string, boolean>() }), // TS2322
  projectDirectory({ store: { get: () => 7, set: () => 7 } }), // TS2741
];

export const directory = projectDirectory();
directory.size = 3; // TS2540
directory.set(3); // TS2554
directory.set(3, null); // TS2345
directory.get(undefined); // TS2345

runWithCompanyId(undefined, () => 3); // TS2345
runWithCompanyId(42); // TS2554
runWithCompanyId(42, 3); // TS2345
runWithCompanyId(42, async () => 3).toFixed(); // TS2339
fromContext.source = 'job'; // TS2540
