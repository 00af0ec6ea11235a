// Writes docs/compatibility.md after a run of all tests on all versions.
const { mkdirSync, readFileSync, writeFileSync } = require('fs');
const { dirname, resolve } = require('path');

const faults = require('../support/axios-faults.json');
const { compare, projectName, versions } = require('./versions');

const FILE = resolve(__dirname, '../../docs/compatibility.md');

const affects = (fault, version, adapter) =>
  (fault.adapter ?? adapter) === adapter &&
  fault.versions.some(([from, end]) => compare(version, from) >= 0 && compare(version, end) < 0);

const tableOf = (titles, rows) =>
  [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

class CompatibilityReporter {
  constructor({ testPathPatterns, testNamePattern }) {
    this.isFiltered = Boolean(testNamePattern) || testPathPatterns.patterns.length > 0;
    /** By the name of the project. */
    this.counts = new Map();
  }

  onTestResult({ context }, { numFailingTests, numPassingTests, testExecError }) {
    const { name } = context.config.displayName;
    const { passed, failed } = this.counts.get(name) ?? { passed: 0, failed: 0 };
    this.counts.set(name, {
      passed: passed + numPassingTests,
      failed: failed + numFailingTests + (testExecError ? 1 : 0),
    });
  }

  async onRunComplete() {
    const isWhole = versions.every(({ version, adapters }) =>
      adapters.every((adapter) => this.counts.has(projectName(version, adapter))),
    );
    if (this.isFiltered || !isWhole) return;
    const text = await this.page();
    const isChanged = text !== read(FILE);
    mkdirSync(dirname(FILE), { recursive: true });
    writeFileSync(FILE, text);
    if (isChanged && process.env.CI) {
      this.error = new Error('docs/compatibility.md was out of date: commit what this run wrote.');
    }
  }

  getLastError() {
    return this.error;
  }

  result(version, adapter) {
    const { passed, failed } = this.counts.get(projectName(version, adapter));
    if (failed > 0) return `**${failed} failed**`;
    return passed > 0 ? 'passes' : '**nothing ran**';
  }

  row({ version, adapters }) {
    const results = ['http', 'fetch'].map((adapter) =>
      adapters.includes(adapter) ? this.result(version, adapter) : '-',
    );
    const wrong = faults.filter((fault) =>
      adapters.some((adapter) => affects(fault, version, adapter)),
    );
    return [version, ...results, wrong.map(({ name }) => name).join(', ')];
  }

  async page() {
    const isTested = (fault) =>
      versions.some(({ version, adapters }) =>
        adapters.some((adapter) => affects(fault, version, adapter)),
      );
    const faultRows = faults
      .filter(isTested)
      .map(({ name, adapter = 'both', versions: ranges, what }) => [
        name,
        adapter,
        ranges.map(([from, end]) => `${from} up to, but not, ${end}`).join('; '),
        what,
      ]);
    const { format, resolveConfig } = await import('prettier');
    const page = `
# Compatibility

What \`npm run test:matrix\` found: the tests in \`__tests__/integration\` send real requests through the built package, on these
versions of axios and with each of their adapters for Node. The run writes this page; do not edit it.

${tableOf(
  ['axios', 'http adapter', 'fetch adapter', 'left out'],
  versions.map((each) => this.row(each)),
)}

## What is left out

Axios itself is at fault there, with or without this package:

${tableOf(['fault', 'adapter', 'versions', 'what axios does'], faultRows)}

## What a version does not have

- Before 0.20 axios knows no \`decompress\`: it unpacks every compressed body.
- Before 0.21 there is no \`axios.isAxiosError\`: the errors have \`isAxiosError\`, from 0.19 on.
- Before 0.22 axios knows no \`signal\`: only a \`cancelToken\` cancels a request.
- Before 0.27, and with the fetch adapter, axios asks nobody at a redirect: the header follows it to another host.
- In 0.27 the caller's hook for redirects takes the place of the one that sends them through a proxy. Behind a proxy the plugin sets
  none: the header follows a redirect to another host.
- Before 0.27 there is no class \`AxiosError\`: the typed error is an \`Error\` with \`isAxiosError\`.
- Before 1.7 there is no fetch adapter.
`;
    return format(page, { ...(await resolveConfig(FILE)), parser: 'markdown' });
  }
}

module.exports = CompatibilityReporter;
