// Runs the tests, written for jest, on mocha. Jest loads all modules anew for each mutant, which takes a second, and mocha runs the loaded ones
// again, which takes a few milliseconds. It has what the tests use of jest, made of jest's own parts.
const Module = require('module');
const { resolve, sep } = require('path');

const { ModernFakeTimers } = require('@jest/fake-timers');
const { transformSync } = require('esbuild');
const { expect } = require('expect');
const { configureGlobal, readConfigureGlobal } = require('fast-check');
const { bind } = require('jest-each');
const { ModuleMocker } = require('jest-mock');
const Mocha = require('mocha');

const ROOT = resolve(__dirname, '../..');
const NAME = /^axios-procore-company-id(?:\/(\w+))?$/;

require.extensions['.ts'] = (module, path) => {
  const { code } = transformSync(require('fs').readFileSync(path, 'utf8'), {
    loader: 'ts',
    sourcefile: path,
    sourcemap: 'inline',
    format: 'cjs',
    target: 'node18',
    tsconfigRaw: { compilerOptions: { alwaysStrict: true, useDefineForClassFields: false } },
  });
  module._compile(code, path);
};

const mocked = new Map();
let axios = 'axios';
const { _load, _resolveFilename } = Module;
Module._load = (request, ...rest) => mocked.get(request)?.() ?? _load(request, ...rest);
Module._resolveFilename = (request, ...rest) => {
  const entry = NAME.exec(request);
  if (entry) return resolve(ROOT, 'lib', entry[1] ?? '', 'index.ts');
  return _resolveFilename(request === 'axios' ? axios : request, ...rest);
};

/** Lets a function load the modules of a folder anew, for itself alone. */
function isolate(folder, load) {
  const isOwn = (path) => path.startsWith(resolve(ROOT, folder) + sep);
  const taken = Object.entries(require.cache).filter(([path]) => isOwn(path));
  const clear = () => {
    for (const path of Object.keys(require.cache).filter(isOwn)) delete require.cache[path];
  };
  clear();
  try {
    load();
  } finally {
    clear();
    Object.assign(require.cache, Object.fromEntries(taken));
  }
}

/** Loads tests on a version of axios that is installed under another name. */
exports.onAxios = (name, load) => {
  axios = name;
  try {
    isolate('__tests__', load);
  } finally {
    axios = 'axios';
  }
};

const mocker = new ModuleMocker(globalThis);
const timers = new ModernFakeTimers({
  config: { fakeTimers: {}, rootDir: ROOT },
  global: globalThis,
});

const jest = {
  advanceTimersByTime: (ms) => timers.advanceTimersByTime(ms),
  doMock: (name, make) => mocked.set(name, make),
  dontMock: (name) => mocked.delete(name),
  fn: mocker.fn.bind(mocker),
  // All suites share one process here, and mocha's own timers would count.
  getTimerCount: () => 0,
  isolateModules: (load) => isolate('lib', load),
  requireActual: require,
  restoreAllMocks: () => mocker.restoreAllMocks(),
  setSystemTime: (time) => timers.setSystemTime(time),
  // A mutant that never answers fails by the time limit below.
  setTimeout: () => undefined,
  spyOn: mocker.spyOn.bind(mocker),
  useFakeTimers: (config) => timers.useFakeTimers(config),
  useRealTimers: () => timers.useRealTimers(),
};

/** A function of mocha, called as jest calls it: by name and callback alone, and with `each`. */
function jestLike(define) {
  // Without a parameter, as mocha would wait for a callback.
  const call = (name, run) =>
    define(
      name,
      run &&
        function () {
          return run.call(this);
        },
    );
  return Object.assign(call, { each: bind(call, false) });
}

/** The source of the expression by which Stryker asks for a test. */
const sourceFor = (title) =>
  new RegExp(`(^${title.replace(/[.*+\-?^${}()|[\]\\]/g, '\\$&')}$)`).source;

const sources = new Map();
const { grep } = Mocha.prototype;

// Stryker asks for tests by one expression with the titles of all of them, which takes mocha seconds where there are thousands.
Mocha.prototype.grep = function (expression) {
  grep.call(this, expression);
  if (!expression?.source?.startsWith('(^')) return this;
  const asked = new Set(expression.source.split(/(?<=\$\))\|(?=\(\^)/));
  this.options.grep = {
    test(title) {
      if (!sources.has(title)) sources.set(title, sourceFor(title));
      return asked.has(sources.get(title));
    },
  };
  return this;
};

let hooks = 0;

/**
 * A hook of mocha that runs before all tests of a suite. What it runs belongs to each of them; Stryker alone would hold it to be run by the
 * test before, of another suite, and try its mutants on that one only.
 */
function beforeAllOf({ before, beforeEach }) {
  return (run) => {
    const hook = `hook ${++hooks}`;
    let seen;
    before(async () => {
      const stryker = globalThis.__stryker__ ?? {};
      stryker.currentTestId = hook;
      await run();
      const { perTest = {} } = stryker.mutantCoverage ?? {};
      seen = perTest[hook];
      delete perTest[hook];
    });
    beforeEach(() => {
      const { mutantCoverage, currentTestId } = globalThis.__stryker__ ?? {};
      if (seen) Object.assign((mutantCoverage.perTest[currentTestId] ??= {}), seen);
    });
  };
}

/** Puts jest's globals in the place of mocha's. */
exports.useJest = () => {
  const { describe, it, after } = globalThis;
  Object.assign(globalThis, {
    jest,
    expect,
    describe: Object.assign(jestLike(describe), { skip: jestLike(describe.skip) }),
    test: Object.assign(jestLike(it), { skip: jestLike(it.skip) }),
    beforeAll: beforeAllOf(globalThis),
    afterAll: after,
  });
};

/** The same cases each time: a mutant that a run finds, the next must find too. */
exports.seed = () => configureGlobal({ ...readConfigureGlobal(), seed: 1 });

/** What a test leaves behind that failed on a mutant must not be seen by the next. */
exports.cleanUp = () => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  mocked.clear();
};
