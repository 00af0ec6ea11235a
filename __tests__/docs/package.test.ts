import { posix } from 'path';
import { runCommand } from '../cli/support/run-command';
import { allDocuments, readDocument } from '../support/documents';
import { codeBlocks, linkTargets } from '../support/markdown';
import { packedFiles } from '../support/packed-files';

const IN_NODE_MODULES = 'node_modules/axios-procore-company-id/';

const files = packedFiles();
const pages = allDocuments.filter((file) => files.includes(file));

/** The lines of the blocks of shell commands. A backslash goes on in the next line. */
const commands = pages.flatMap((page) =>
  codeBlocks(readDocument(page))
    .filter(({ language }) => language === 'sh')
    .flatMap(({ code }) =>
      code
        .replace(/\\\n\s*/g, '')
        .trim()
        .split('\n'),
    )
    .map((command) => ({ page, command })),
);
const ours = commands.filter(({ command }) =>
  /(?<!--package axios-)procore-company-id /.test(command),
);

describe('the package as npm publishes it', () => {
  test('has the pages for users, and none for contributors', () => {
    expect(pages).toEqual(
      expect.arrayContaining(['README.md', 'docs/migrating.md', 'docs/api/testing.md']),
    );
    expect(files).not.toContain('docs/architecture.md');
  });

  test.each(pages)('has all files that %s links to', (page) => {
    const targets = linkTargets(readDocument(page))
      .filter((target) => !/^(?:https?:|#)/.test(target))
      .map((target) => posix.join(posix.dirname(page), target.replace(/#.*/, '')));

    expect(targets.filter((target) => !files.includes(target))).toEqual([]);
  });

  test('has all of its files that commands name', () => {
    const named = commands.flatMap(({ command }) =>
      command.split(' ').filter((word) => word.startsWith(IN_NODE_MODULES)),
    );

    expect(named.filter((name) => !files.includes(name.slice(IN_NODE_MODULES.length)))).toEqual([]);
  });
});

test.each(ours)('the help lists what $page calls: $command', async ({ command }) => {
  const [, name = '', rest = ''] = /.*procore-company-id (\w+)(.*)$/.exec(command) ?? [];
  const { stdout } = await runCommand([name, '--help']);

  expect(stdout).toContain(`procore-company-id ${name}`);
  for (const flag of rest.match(/--[\w-]+/g) ?? []) expect(stdout).toContain(flag);
});
