// @ts-nocheck
import { publishConfig, scripts, version } from '../../package.json';
import { readDocument } from '../support/documents';

const workflow = readDocument('.github/workflows/release.yml');
const changelog = readDocument('CHANGELOG.md');

test('the release workflow pins every action by its full commit', () => {
  const actions = [...workflow.matchAll(/uses: (.*)/g)].map(([, action]) => action);

  expect(actions.length).toBeGreaterThan(0);
  for (const action of actions) expect(action).toMatch(/^[\w/-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
});

test('a release has provenance, and no token', () => {
  expect(publishConfig).toEqual({ access: 'public', provenance: true });
  expect(workflow).toMatch(/id-token: write/);
  expect(workflow).not.toMatch(/secrets\.|_TOKEN|PASSWORD/);
});

test('a release is checked and built by what is there', () => {
  expect(workflow).toContain('run: .ci/run');
  expect(scripts.prepack).toContain('build');
});

test('the changelog tells of this version, or of one to come', () => {
  expect(changelog).toMatch(new RegExp(`^## \\[(?:Unreleased|${version})\\]`, 'm'));
});
