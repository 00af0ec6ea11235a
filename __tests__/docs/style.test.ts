import { readDocument, userDocuments } from '../support/documents';
import { codeBlocks } from '../support/markdown';

/** What a terminal shows without wrapping. */
const COLUMNS = 80;

/** Words that sound translated, or that a reader would not say. */
const ODD = [
  /\balso where\b/i,
  /\bstands? (?:in|at|on|for|beside)\b/i,
  /\bmend(?:s|ed|ing)?\b/i,
  /\bre-?sen[dt]s?\b/i,
  /\b(?:is|are|was) told\b/i,
  /\btold of\b/i,
  /\bwhose\b/i,
  /\bof which\b/i,
  /\bno cure\b|\bthe cure\b/i,
  /\bmore and more\b/i,
  /\bis none\b/i,
  /\bcomplained about\b/i,
  /\blives? beside\b|\bliving with\b/i,
  /\bbeforehand\b|\bthereby\b|\bthereof\b|\bwherever it leads\b/i,
];

/** The text of a page without its code. */
const proseOf = (markdown: string): string =>
  markdown.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');

/** What is odd in a text. */
const oddIn = (text: string): string[] => ODD.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);

test.each(userDocuments)('%s has no odd word', (file) => {
  expect(oddIn(proseOf(readDocument(file)))).toEqual([]);
});

test('an odd word is found', () => {
  expect(oddIn('A re-send whose id is told')).toEqual(['re-send', 'is told', 'whose']);
  expect(oddIn(proseOf('`whose`'))).toEqual([]);
});

test.each(userDocuments)('the commands and outputs in %s fit a terminal', (file) => {
  const lines = codeBlocks(readDocument(file))
    .flatMap(({ language, code, output = '' }) => (language === 'sh' ? code + output : output))
    .join('\n')
    .split('\n');

  expect(lines.filter((line) => line.length > COLUMNS)).toEqual([]);
});
