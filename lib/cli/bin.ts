const { node } = process.versions;

if (parseInt(node, 10) < 18) {
  console.error(`procore-company-id needs Node 18 or later; this is Node ${node}.`);
  process.exitCode = 2;
} else {
  // Required only now, because an older Node cannot parse it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { main } = require('./main') as { main: () => Promise<void> };
  void main();
}
