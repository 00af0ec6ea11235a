import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { allDocuments, readDocument } from '../support/documents';
import { CHECKED_ON, externalLinks } from '../support/external-links';
import { linkTargets } from '../support/markdown';

const LIB = join(__dirname, '../../lib');

const sources = readdirSync(LIB, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(LIB, file), 'utf8'));

const inDocstrings = sources.flatMap((code) =>
  [...code.matchAll(/\{@link (https?:[^ }|]+)/g)].map(([, link = '']) => link),
);
const inDocuments = allDocuments.flatMap((file) =>
  linkTargets(readDocument(file)).filter((target) => /^https?:/.test(target)),
);

test('every link out of docs and docstrings is in the list of links that were checked', () => {
  const links = [...new Set([...inDocstrings, ...inDocuments])].sort();

  expect(links).toEqual([...externalLinks].sort());
  expect(CHECKED_ON).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test('no link leads to a page that is gone or only redirects', () => {
  const gone = /developers\.procore\.com\/documentation|\/(?:mpz-headers|payload-formats)\b/;

  expect(externalLinks.filter((link) => gone.test(link))).toEqual([]);
});
