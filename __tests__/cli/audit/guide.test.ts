import axios from 'axios';
import { existsSync } from 'fs';
import { join } from 'path';
import { compileFunction } from 'vm';
import { version } from '../../../package.json';
import { attachProcoreCompanyId } from '../../../lib';
import * as auditEntry from '../../../lib/audit';
import { GROUPS } from '../../../lib/audit/groups';
import { guideFor } from '../../../lib/cli/audit/write/guide';
import * as projectsEntry from '../../../lib/projects';

const ROOT = join(__dirname, '../../..');
const guides = GROUPS.flatMap((group) => {
  const guide = guideFor(group);
  return guide ? [{ name: group.name, work: group.work, ...guide }] : [];
});

test('there is a guide wherever something is to be done or checked', () => {
  const needed = GROUPS.filter(({ work }) => work !== 'done').map(({ name }) => name);

  expect(guides.map(({ name }) => name)).toEqual(expect.arrayContaining(needed));
});

test.each(guides)('the code for $name runs, on a terminal of 80 columns', ({ code }) => {
  const procore = axios.create({ adapter: () => Promise.reject(new Error('not sent')) });
  const get = jest.spyOn(procore, 'get').mockResolvedValue({});
  const names = { procore, url: '/rest/v1.0/x', attachProcoreCompanyId, companyOfProject: () => 7 };
  const entries = { ...auditEntry, ...projectsEntry };
  const program = code.join('\n').replace(/^import .*$/gm, '');
  const imported = [...code.join('\n').matchAll(/^import \{ (\w+) \} from/gm)].map(
    ([, name]) => name,
  );

  const run = compileFunction(program, Object.keys({ ...names, ...entries })) as (
    ...values: unknown[]
  ) => void;

  expect(() => run(...Object.values({ ...names, ...entries }))).not.toThrow();
  expect(Object.keys(entries)).toEqual(expect.arrayContaining(imported));
  for (const [, config] of get.mock.calls) expect(config).toEqual({ procoreCompanyId: 42 });
  expect(Math.max(...code.map(({ length }) => length))).toBeLessThanOrEqual(76);
});

test.each(guides)('the page for $name is one of the package', ({ url }) => {
  const [, file = ''] = url.split(
    `https://unpkg.com/axios-procore-company-id@${parseInt(version, 10)}/`,
  );

  expect(existsSync(join(ROOT, file))).toBe(true);
});
