// @ts-nocheck
const { dependencies } = require('./package.json');

/** Below zero where the first version is the older one. */
function compare(one, other) {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** The versions of axios in package.json, and the adapters that each has for Node. */
exports.versions = Object.keys(dependencies)
  .filter((name) => name.startsWith('axios-'))
  .map((name) => name.replace('axios-', ''))
  .sort(compare)
  .map((version) => ({
    version,
    adapters: compare(version, '1.7.0') < 0 ? ['http'] : ['http', 'fetch'],
  }));

exports.compare = compare;
exports.projectName = (version, adapter) => `axios-${version} ${adapter}`;
