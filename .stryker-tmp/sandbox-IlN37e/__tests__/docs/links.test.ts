// @ts-nocheck
import { existsSync } from 'fs';
import { join, posix } from 'path';
import { allDocuments, readDocument } from '../support/documents';
import { anchors, linkTargets } from '../support/markdown';

const ROOT = join(__dirname, '../..');

/** Whether a file is there and has the heading that the link leads to. */
function leadsSomewhere(file: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const page = path ? posix.join(posix.dirname(file), path) : file;
  if (!existsSync(join(ROOT, page))) return false;
  return anchor === undefined || anchors(readDocument(page)).includes(`#${anchor}`);
}

test.each(allDocuments)('the links within %s lead somewhere', (file) => {
  const within = linkTargets(readDocument(file)).filter((target) => !/^https?:/.test(target));

  expect(within.filter((target) => !leadsSomewhere(file, target))).toEqual([]);
});

test('a link to a missing file or heading is found', () => {
  expect(leadsSomewhere('docs/recipes.md', 'nowhere.md')).toBe(false);
  expect(leadsSomewhere('docs/recipes.md', '../README.md#nowhere')).toBe(false);
  expect(leadsSomewhere('docs/recipes.md', '../README.md#options')).toBe(true);
});
