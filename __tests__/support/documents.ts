import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { type CodeBlock, codeBlocks } from './markdown';

const ROOT = join(__dirname, '../..');

/** Written by scripts: from the docstrings, in which examples are excerpts, and from what was measured. */
const GENERATED = /^docs\/(?:api\/|(?:compatibility|load|mutation|performance)\.md)/;

const pages = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
  .map((file) => `docs/${file.replace(/\\/g, '/')}`)
  .filter((file) => file.endsWith('.md'))
  .sort();

/** The README and all pages that are written by hand, as paths from the root. */
export const documents = ['README.md', ...pages.filter((file) => !GENERATED.test(file))];

/** All that can hold links. */
export const allDocuments = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
  ...pages,
];

export const readDocument = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** The pages for users: those of npm and of node_modules. `docs/api` is generated. */
export const userDocuments = [...documents, 'SECURITY.md'].filter(
  (file) => file !== 'docs/architecture.md',
);

/** A block of code that is a program of its own. */
export interface DocumentedProgram extends CodeBlock {
  /** The page and line of its code. */
  readonly name: string;
  /** The ids that comments name, in the order of the requests. */
  readonly ids: readonly (string | undefined)[];
}

/** What a comment says of the header of a request: an id, or `none`. */
const COMMENT = /\/\/ Procore-Company-Id: (\d+|none)/g;

/** The code of the program of a page that has a text in it. */
export const codeWith = (file: string, text: string): string =>
  String(programsIn(file).find(({ code }) => code.includes(text))?.code);

export function programsIn(file: string): DocumentedProgram[] {
  return codeBlocks(readDocument(file))
    .filter(({ language }) => language === 'ts' || language === 'js')
    .map((block) => ({
      ...block,
      name: `${file}:${block.line}`,
      ids: [...block.code.matchAll(COMMENT)].map(([, id]) => (id === 'none' ? undefined : id)),
    }));
}
