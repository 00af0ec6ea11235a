// @ts-nocheck
// The package by `require` and by `import` on every Node that it supports.
import { createConsumer } from './consumer.mjs';
import { inPairs, npx } from './run.mjs';

const NODES = [12, 14, 16, 18, 20, 22, 24, 26];
const FILES = ['by-require.cjs', 'by-import.mjs'];

/** The axios that a project on this Node may have: the newest one needs a newer Node than 12. */
const axiosFor = (node) => (node < 14 ? ['0.21.4'] : ['0.21.4', '1.21.1']);

export async function testNodes(report) {
  const folders = new Map();
  for (const version of ['0.21.4', '1.21.1']) {
    folders.set(version, await createConsumer(`node-${version}`, { axios: version }, ['run']));
  }
  await inPairs(NODES, async (node) => {
    for (const version of axiosFor(node)) {
      for (const file of FILES) {
        const args = ['--yes', '--package', `node@${node}`, '--', 'node', file];
        const { code, output } = await npx(args, { cwd: folders.get(version) });
        const isRight = code === 0 && output.split('\n').pop() === 'done';
        report(isRight, `Node ${node}, axios ${version}, ${file}`, output);
      }
    }
  });
}
