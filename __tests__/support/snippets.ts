import { readFileSync } from 'fs';
import { dirname, join } from 'path';
import ts from 'typescript';
import { format } from 'util';

const ROOT = join(__dirname, '../..');

/** As NestJS wants them. */
const DECORATORS = { experimentalDecorators: true, emitDecoratorMetadata: true };

function compilerOptions(): ts.CompilerOptions {
  const file = join(ROOT, 'tsconfig.json');
  const { config } = ts.parseConfigFileTextToJson(file, readFileSync(file, 'utf8')) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(file));
  // Programs with `require` have names of their own too, as modules do.
  return { ...options, ...DECORATORS, moduleDetection: ts.ModuleDetectionKind.Force };
}

/** `await` at the top level of a CommonJS module. The sources are one, which a build is not. */
const TOP_LEVEL_AWAIT = 1309;

/** What the compiler finds wrong with programs that stand in the folder of the project. */
export function typeErrors(programs: ReadonlyMap<string, string>): string[] {
  const options = compilerOptions();
  const paths = new Map([...programs].map(([name, code]) => [join(ROOT, `${name}.ts`), code]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => paths.has(file) || fileExists(file);
  host.readFile = (file) => paths.get(file) ?? readFile(file);
  host.getSourceFile = (file, settings) => {
    const code = paths.get(file);
    return code === undefined
      ? getSourceFile(file, settings)
      : ts.createSourceFile(file, code, settings);
  };
  const program = ts.createProgram([...paths.keys()], options, host);
  return [...paths.keys()]
    .flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)))
    .filter(({ code }) => code !== TOP_LEVEL_AWAIT)
    .map((problem) => ts.formatDiagnostic(problem, host));
}

type Hook = () => unknown;

/** Stand-ins for what test runners provide, which collect what they are given. */
function testRunner() {
  const hooks: Record<'before' | 'tests' | 'after', Hook[]> = { before: [], tests: [], after: [] };
  return {
    globals: {
      beforeAll: (hook: Hook) => hooks.before.push(hook),
      afterAll: (hook: Hook) => hooks.after.push(hook),
      test: (_: string, hook: Hook) => hooks.tests.push(hook),
    },
    async run() {
      for (const hook of [...hooks.before, ...hooks.tests, ...hooks.after]) await hook();
    },
  };
}

const AsyncFunction = (async () => undefined).constructor as new (
  ...texts: string[]
) => (...values: unknown[]) => Promise<void>;

/** A program without `await` at its top level goes on after its last statement. This waits for what that statement began. */
function awaitLastStatement(code: string): string {
  const source = ts.createSourceFile('program.ts', code, ts.ScriptTarget.ES2022);
  const { statements } = source;
  const last = statements[statements.length - 1];
  if (!last || !ts.isExpressionStatement(last)) return code;
  const start = last.getStart(source);
  return `${code.slice(0, start)}await ${code.slice(start)}`;
}

/**
 * Runs a program with imports or `require`, and gives what it prints. Its tests are run, and what its last statement began is waited for.
 *
 * @param exports - gets what the program exports
 */
export async function runSnippet(code: string, exports: object = {}): Promise<string> {
  const { outputText } = ts.transpileModule(awaitLastStatement(code), {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
      ...DECORATORS,
    },
  });
  let printed = '';
  const print = (...values: unknown[]): void => {
    printed += `${format(...values)}\n`;
  };
  const runner = testRunner();
  const scope = { require, exports, console: { log: print, error: print }, ...runner.globals };
  await new AsyncFunction(...Object.keys(scope), outputText)(...Object.values(scope));
  await runner.run();
  return printed;
}
