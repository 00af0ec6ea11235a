import { join } from 'path';
import ts from 'typescript';
import { exports as entries } from '../../package.json';

const ROOT = join(__dirname, '../..');

/** The sources of the entries of the package. */
const sources = Object.keys(entries)
  .filter((subpath) => subpath !== './package.json')
  .map((subpath) => join(ROOT, 'lib', subpath, 'index.ts'));

/** Docstrings are read, and no types compared: the compiler needs no types of others for that. */
const OPTIONS: ts.CompilerOptions = { noLib: true, types: [] };

/** What the docstring of an export has. */
interface Documented {
  readonly name: string;
  readonly summary: string;
  readonly since: string | undefined;
  readonly hasExample: boolean;
  /** Whether it is a function or a class. */
  readonly isCode: boolean;
}

function describeExport(exported: ts.Symbol, checker: ts.TypeChecker): Documented {
  const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
  const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
  const tags = symbol.getJsDocTags(checker);
  const textOf = (name: string): string | undefined =>
    ts.displayPartsToString(tags.find((tag) => tag.name === name)?.text) || undefined;
  return {
    name: exported.name,
    summary: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    since: textOf('since'),
    hasExample: textOf('example') !== undefined,
    isCode: (symbol.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Class)) !== 0,
  };
}

function exportsOf(files: readonly string[], host?: ts.CompilerHost): Documented[] {
  const program = ts.createProgram(files, OPTIONS, host);
  const checker = program.getTypeChecker();
  return files.flatMap((file) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(file) as ts.SourceFile);
    const symbols = checker.getExportsOfModule(module as ts.Symbol);
    return symbols.map((symbol) => describeExport(symbol, checker));
  });
}

/** What a docstring lacks. */
const lacks = ({ summary, since, hasExample, isCode }: Documented): string[] => [
  ...(summary.length > 10 ? [] : ['a summary']),
  ...(/^\d+\.\d+\.\d+$/.test(since ?? '') ? [] : ['@since']),
  ...(hasExample || !isCode ? [] : ['@example']),
];

const documented = exportsOf(sources);

test('there are exports', () => {
  const names = documented.map(({ name }) => name);

  expect(names).toEqual(expect.arrayContaining(['attachProcoreCompanyId', 'createProcoreEdge']));
});

test.each(documented)(
  '$name has a summary and @since, and an example if it is a function or class',
  (entry) => {
    expect(lacks(entry)).toEqual([]);
  },
);

test('a bare function lacks all three', () => {
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile } = host;
  host.getSourceFile = (file, settings) =>
    file === 'bare.ts'
      ? ts.createSourceFile(file, 'export function bare(): void {}', settings)
      : getSourceFile(file, settings);

  expect(exportsOf(['bare.ts'], host).map(lacks)).toEqual([['a summary', '@since', '@example']]);
});
