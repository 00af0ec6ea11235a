import { publishConfig, scripts, version } from '../../package.json';
import { readDocument } from '../support/documents';

const workflow = readDocument('.github/workflows/release.yml');
const ci = readDocument('.github/workflows/ci.yml');
const changelog = readDocument('CHANGELOG.md');

test.each([
  ['release', workflow],
  ['ci', ci],
])('the workflow %s pins every action by its full commit', (_, text) => {
  const actions = [...text.matchAll(/uses: (.*)/g)].map(([, action]) => action);

  expect(actions.length).toBeGreaterThan(0);
  for (const action of actions) expect(action).toMatch(/^[\w/-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
});

test('a release has provenance, and no token', () => {
  expect(publishConfig).toEqual({ access: 'public', provenance: true });
  expect(workflow).toMatch(/id-token: write/);
  expect(workflow).not.toMatch(/secrets\.|_TOKEN|PASSWORD/);
});

test('every pull request is checked like a release, and may write nothing', () => {
  expect(ci).toMatch(/^on:\n {2}pull_request:$/m);
  expect(ci).toMatch(/^permissions:\n {2}contents: read\n\n/m);
  expect(ci).toContain('run: .ci/run');
  expect(ci).not.toMatch(/secrets\.|pull_request_target/);
});

test('a release is checked and built by what is there', () => {
  expect(workflow).toContain('run: .ci/run');
  expect(scripts.prepack).toContain('build');
});

test('the changelog tells of this version, or of one to come', () => {
  expect(changelog).toMatch(new RegExp(`^## \\[(?:Unreleased|${version})\\]`, 'm'));
});
