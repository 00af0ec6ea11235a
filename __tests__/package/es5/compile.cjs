// Compiles the program, and the package as a program for old browsers must: compile.cjs COMPILER FOLDER
const { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } = require('fs');
const path = require('path');

const PACKAGE = 'node_modules/axios-procore-company-id';

const babel = (options) => (code, filename) => {
  const env = { targets: { ie: '11' }, modules: 'commonjs', ...options };
  return require('@babel/core').transformSync(code, {
    filename,
    babelrc: false,
    configFile: false,
    presets: [['@babel/preset-env', env]],
  }).code;
};

const COMPILERS = {
  babel: babel({}),
  'babel-loose': babel({ loose: true }),
  typescript: (code, fileName) => {
    const compilerOptions = { target: 'ES5', module: 'CommonJS', allowJs: true };
    Object.assign(compilerOptions, { downlevelIteration: true, esModuleInterop: true });
    return require('typescript').transpileModule(code, { fileName, compilerOptions }).outputText;
  },
  swc: (code, filename) =>
    require('@swc/core').transformSync(code, {
      filename,
      swcrc: false,
      jsc: { target: 'es5' },
      module: { type: 'commonjs' },
    }).code,
};

/** Compiles what is CommonJS, and copies what is not. */
function compileTo(compile, from, to) {
  if (statSync(from).isDirectory()) {
    mkdirSync(to, { recursive: true });
    for (const name of readdirSync(from)) {
      if (name !== 'cli') compileTo(compile, path.join(from, name), path.join(to, name));
    }
  } else if (/\.c?js$/.test(from)) {
    writeFileSync(to, compile(readFileSync(from, 'utf8'), from));
  } else {
    cpSync(from, to);
  }
}

const [compiler, folder] = process.argv.slice(2);
for (const file of ['main.js', 'check.cjs', 'steps.cjs', PACKAGE]) {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  compileTo(COMPILERS[compiler], file, target);
}
