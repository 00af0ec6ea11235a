import axios from 'axios';
import { attachProcoreCompanyId, diagnoseProcoreError } from 'axios-procore-company-id';

import { check, note, section, shortest } from './checks.mjs';

const BASE = 'https://api.procore.com';
const MEGABYTE = 2 ** 20;
/** Eight times as much may take eight times as long, and a quadratic algorithm takes 64 times. */
const FACTOR = 8;
const MOST = 24;
/** In ms: what takes less is not measured by its growth. */
const NOTHING = 1;

function handlers(options) {
  const instance = axios.create({ baseURL: BASE });
  attachProcoreCompanyId(instance, options);
  const { request, response } = instance.interceptors;
  return { request: request.handlers[0].fulfilled, rejected: response.handlers[0].rejected };
}

const { request, rejected } = handlers({ companyId: 42, observe: () => undefined });
const sendOn = (config) => request({ baseURL: BASE, method: 'get', headers: {}, ...config });
const repeat = (piece, length) => piece.repeat(Math.ceil(length / piece.length));
const keys = (name, count) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index), index]));

const PIECES = [
  'a',
  '/',
  '//',
  '\\',
  '%',
  '%2f',
  '.',
  '../',
  '7',
  ' ',
  '\t',
  '?',
  '#',
  '@',
  '[',
  ':',
];
const LONG_PIECES = [
  '/companies/',
  '/companies/7',
  '/companies/%37',
  'company_id=7&',
  'company_id',
  '+&',
  'http://',
];

/** What is given to the plugin, for a size of 1 or of a part of it. */
const URLS = ['/rest/', '/rest?', '//', `${BASE}/`].flatMap((start) =>
  [...PIECES, ...LONG_PIECES].map((piece) => [
    `a url of 1 MB: ${start} and ${JSON.stringify(piece)}`,
    (size) => ({ url: start + repeat(piece, MEGABYTE * size) }),
  ]),
);
const BASES = PIECES.map((piece) => [
  `a baseURL of 1 MB of ${JSON.stringify(piece)}`,
  (size) => ({ baseURL: BASE + repeat(piece, MEGABYTE * size), url: '/x' }),
]);
const PARAMS = [
  ['100,000 params', (size) => ({ url: '/x', params: keys((index) => `key${index}`, 1e5 * size) })],
  [
    '100,000 params that look like the one',
    (size) => ({
      url: '/x',
      params: keys((index) => `company_id${' '.repeat(index % 9)}[${index}]`, 1e5 * size),
    }),
  ],
  [
    'a URLSearchParams of 100,000',
    (size) => ({ url: '/x', params: new URLSearchParams(repeat('company_id=7&', 13e5 * size)) }),
  ],
  [
    'a list of 10,000 headers',
    (size) => ({ url: '/x', headers: keys((index) => `x-${index}`, 1e4 * size) }),
  ],
];

async function grows(name, make, run) {
  const [small, large] = [make(1 / FACTOR), make(1)];
  const part = await shortest(() => run(small));
  const all = await shortest(() => run(large));
  return { name, all, growth: all < NOTHING ? 1 : all / Math.max(part, NOTHING / FACTOR) };
}

async function worst(cases, run) {
  const results = [];
  for (const [name, make] of cases) results.push(await grows(name, make, run));
  const { name, growth, all } = results.reduce((a, b) => (a.growth > b.growth ? a : b));
  note(`of ${cases.length} cases the steepest is ${name}: ${all.toFixed(1)} ms`);
  check(`time for ${FACTOR} times as much`, growth, MOST, ' x');
  check('longest time', Math.max(...results.map((result) => result.all)), 2000, ' ms');
}

/** Bodies of which only the beginning may be looked at. */
async function bodies() {
  const text = `{"company_id":7,"x":"${'x'.repeat(100 * MEGABYTE)}"}`;
  for (const [name, data] of [
    ['text', text],
    ['bytes', Buffer.alloc(100 * MEGABYTE, 'x')],
    ['an object', { company_id: 7, text }],
  ]) {
    const time = await shortest(() => sendOn({ url: '/x', method: 'post', data }));
    check(`a request with a body of 100 MB, ${name}`, time, 5, ' ms');
    const response = { status: 400, headers: {}, data, config: { url: '/x' } };
    const fails = () =>
      Promise.resolve()
        .then(() => rejected({ response }))
        .catch(() => undefined);
    check(`an error with a body of 100 MB, ${name}`, await shortest(fails), 5, ' ms');
  }
}

function nested(depth, wrap) {
  let value = 'x';
  for (let level = 0; level < depth; level++) value = wrap(value);
  return value;
}

async function errors() {
  for (const [name, wrap] of [
    ['errors', (inner) => ({ errors: inner })],
    ['lists', (inner) => [inner, inner]],
    ['every field', (inner) => ({ errors: inner, error: inner, message: inner, reason: inner })],
  ]) {
    const data = nested(100_000, wrap);
    const error = { response: { status: 404, headers: {}, data, config: { url: '/x' } } };
    check(
      `an error of 100,000 levels of ${name}`,
      await shortest(() => diagnoseProcoreError(error)),
      20,
      ' ms',
    );
  }
  const data = { errors: Array(1_000_000).fill('x') };
  const error = { response: { status: 404, headers: {}, data, config: { url: '/x' } } };
  check(
    'an error of 1,000,000 items',
    await shortest(() => diagnoseProcoreError(error)),
    100,
    ' ms',
  );
}

export async function timeIsLinear() {
  section('Time by size');
  await worst([...URLS, ...BASES, ...PARAMS], sendOn);
  await bodies();
  await errors();
}
