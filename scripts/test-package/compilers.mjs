const nodeTypes16 = { alias: 'node-types-16', version: '16.18.126' };
const nodeTypes20 = { alias: 'node-types-20', version: '20.19.43' };

/** For a compiler between two others that are tried on all: the first axios, the last 0.x of its types, and the newest. */
const few = ['0.18', '0.27', '1.21'];

/**
 * The newest patch of each TypeScript, with the newest `@types/node` that it reads without errors, and on which lines of axios it is tried: by
 * default on all.
 */
export const compilers = [
  { line: '4.7', version: '4.7.4', nodeTypes: nodeTypes16, modes: ['node10', 'node16'] },
  {
    line: '5.0',
    version: '5.0.4',
    nodeTypes: nodeTypes20,
    modes: ['node10', 'node16', 'bundler'],
    axios: few,
  },
  { line: '5.9', version: '5.9.3', nodeTypes: nodeTypes20, modes: ['node10', 'node16', 'bundler'] },
  {
    line: '6.0',
    version: '6.0.3',
    nodeTypes: nodeTypes20,
    modes: ['node10', 'node16', 'bundler'],
    axios: few,
    // Without it TypeScript 6 refuses moduleResolution node10.
    options: { ignoreDeprecations: '6.0' },
  },
  { line: '7.0', version: '7.0.2', nodeTypes: nodeTypes20, modes: ['node16', 'bundler'] },
];

/** The axios versions whose types are tried, and the mode in which no program with them compiles, with or without this package. */
export const axiosVersions = [
  { line: '0.18', version: '0.18.1', broken: 'node16 mts' },
  { line: '0.19', version: '0.19.2', broken: 'node16 mts' },
  { line: '0.20', version: '0.20.0', broken: 'node16 mts' },
  { line: '0.21', version: '0.21.4', broken: 'node16 mts' },
  { line: '0.27', version: '0.27.2', broken: 'node16 mts' },
  { line: '1.0', version: '1.0.0', broken: 'node16 cts' },
  { line: '1.6', version: '1.6.8' },
  { line: '1.15', version: '1.15.2' },
  { line: '1.21', version: '1.21.1' },
];

/** The module modes: the formats that a source file can have in each, and its compiler options. */
export const modes = {
  node10: { formats: ['ts'], options: { module: 'commonjs', moduleResolution: 'node' } },
  node16: { formats: ['cts', 'mts'], options: { module: 'node16', moduleResolution: 'node16' } },
  bundler: { formats: ['ts'], options: { module: 'esnext', moduleResolution: 'bundler' } },
};

/** From strict to lax: the first one at which axios's own types compile counts. */
export const levels = [
  { name: 'strictest', options: { exactOptionalPropertyTypes: true } },
  { name: 'without exactOptionalPropertyTypes', options: {} },
  {
    name: 'exactOptionalPropertyTypes, skipLibCheck',
    options: { exactOptionalPropertyTypes: true, skipLibCheck: true },
  },
  { name: 'skipLibCheck', options: { skipLibCheck: true } },
];
