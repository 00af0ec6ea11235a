import axios from 'axios';
import {
  attachProcoreCompanyId,
  InvalidCompanyIdError,
  type ProcoreCompanyIdOptions,
} from 'axios-procore-company-id';
import { attachedInstance } from './support/attached-instance';

const NAMES = [
  'companyId',
  'resolver',
  'apiHosts',
  'serviceAccount',
  'onUnresolved',
  'onConflict',
  'checkHeader',
  'onNotFound',
  'includeCreated',
  'observe',
  'dryRun',
] as const;

const attach = (options: unknown) => () =>
  attachProcoreCompanyId(axios.create(), options as ProcoreCompanyIdOptions);

test('a list is no options', () => {
  expect(attach([])).toThrow('Option `options` of attachProcoreCompanyId must be an object.');
});

describe('an option', () => {
  test.each<[string, unknown]>([
    ['resolver', 42],
    ['resolver', 'path'],
    ['resolver', true],
    ['resolver', false],
    ['resolver', {}],
    ['resolver', [() => 3]],
    ['resolver', Promise.resolve(3)],
    ['apiHosts', ''],
    ['apiHosts', 'gateway.example.com'],
    ['apiHosts', 42],
    ['apiHosts', true],
    ['apiHosts', {}],
    ['apiHosts', new Set(['gateway.example.com'])],
    ['apiHosts', /example/],
    ['apiHosts', ['']],
    ['apiHosts', [' ']],
    ['apiHosts', [42]],
    ['apiHosts', [null]],
    ['apiHosts', [undefined]],
    ['apiHosts', ['gateway.example.com', /example/]],
    ['apiHosts', ['https://gateway.example.com']],
    ['apiHosts', ['//gateway.example.com']],
    ['apiHosts', ['gateway.example.com/api']],
    ['apiHosts', ['user@gateway.example.com']],
    ['apiHosts', ['*.example.com']],
    ['apiHosts', ['gateway.example.com:https']],
    ['apiHosts', ['gateway example.com']],
    ['apiHosts', ['gateway.example.com\n']],
    ['apiHosts', ['münchen.example']],
    ['serviceAccount', 'true'],
    ['serviceAccount', 'false'],
    ['serviceAccount', 1],
    ['serviceAccount', 0],
    ['serviceAccount', ''],
    ['serviceAccount', {}],
    ['onUnresolved', 'throw'],
    ['onUnresolved', 'REJECT'],
    ['onUnresolved', ''],
    ['onUnresolved', true],
    ['onUnresolved', false],
    ['onUnresolved', () => undefined],
    ['onUnresolved', ['reject']],
    ['onConflict', 'ignore'],
    ['onConflict', 'Send'],
    ['onConflict', ''],
    ['onConflict', false],
    ['onConflict', 0],
    ['checkHeader', 'true'],
    ['checkHeader', 1],
    ['onNotFound', 'reject'],
    ['onNotFound', true],
    ['includeCreated', 'yes'],
    ['observe', 'console'],
    ['observe', true],
    ['observe', false],
    ['observe', {}],
    ['observe', [() => undefined]],
    ['dryRun', 'true'],
    ['dryRun', 'false'],
    ['dryRun', 1],
    ['dryRun', 0],
    ['dryRun', ''],
  ])('`%s` must not be %p', (name, value) => {
    expect(attach({ [name]: value })).toThrow(TypeError);
    expect(attach({ [name]: value })).toThrow(name);
  });

  test.each<[string, unknown, string]>([
    ['dryRun', 1, 'true or false'],
    ['serviceAccount', 1, 'true or false'],
    ['onConflict', 1, "'reject' or 'send'"],
    ['onNotFound', 1, "'pass' or 'map'"],
    ['checkHeader', 1, 'true or false'],
    ['includeCreated', 1, 'true or false'],
    ['onUnresolved', 1, "'send' or 'reject'"],
    ['resolver', 1, 'a function'],
    ['observe', 1, 'a function'],
    ['apiHosts', 1, "hosts such as 'gateway.example.com:8443', or a function"],
    ['hosts', 1, `one of ${NAMES.join(', ')}`],
  ])('`%s` is refused in words that tell what it must be', (name, value, expected) => {
    const message = `Option \`${name}\` of attachProcoreCompanyId must be ${expected}.`;

    expect(attach({ [name]: value })).toThrow(new TypeError(message));
  });

  test.each<[unknown]>([
    [''],
    ['undefined'],
    ['007'],
    [0],
    [-1],
    [1.5],
    [NaN],
    [2 ** 53],
    [0n],
    [true],
    [false],
    [{}],
    [[42]],
    [() => 42],
    [' '],
    ['42\n'],
  ])('`companyId` must not be %p', (companyId) => {
    expect(attach({ companyId })).toThrow(InvalidCompanyIdError);
    expect(attach({ companyId })).toThrow(/companyId/);
    expect(attach({ companyId })).toThrow(expect.objectContaining({ source: 'default' }));
  });

  test.each([
    'companyID',
    'company_id',
    'procoreCompanyId',
    'resolvers',
    'hosts',
    'apihosts',
    'onunresolved',
    'dryrun',
    'observer',
    'onError',
    '',
    'constructor',
    'toString',
    'hasOwnProperty',
  ])('of an unknown name is refused as misspelt: %j', (name) => {
    const options = Object.fromEntries([[name, undefined]]);

    expect(attach(options)).toThrow(TypeError);
    expect(attach(options)).toThrow(name);
  });

  test.each(NAMES)('`%s` may be null or undefined, which is "not given"', async (name) => {
    for (const value of [null, undefined]) {
      const { instance, sentIds } = attachedInstance({ [name]: value });

      await instance.get('/rest/v1.0/users');
      await instance.get('/rest/v1.0/me');
      await instance.get('https://example.com/');
      await instance.get('/rest/v1.0/companies/7/users', { procoreCompanyId: 7 });
      await expect(
        instance.get('/rest/v1.0/companies/7/users', { procoreCompanyId: 9 }),
      ).rejects.toMatchObject({ name: 'CompanyIdConflictError' });

      expect(sentIds()).toEqual([undefined, undefined, undefined, '7']);
    }
  });

  test.each<[ProcoreCompanyIdOptions]>([
    [{}],
    [{ companyId: 42, dryRun: false, serviceAccount: true }],
    [{ onUnresolved: 'send', onConflict: 'reject' }],
    [{ onUnresolved: 'reject', onConflict: 'send' }],
    [{ apiHosts: [] }],
    [
      {
        apiHosts: ['localhost', 'gateway.example.com:8443', '127.0.0.1:80', '[::1]:8080', '[::1]'],
      },
    ],
    [{ apiHosts: ['GATEWAY.Example.com', 'xn--mnchen-3ya.example'] }],
    [{ checkHeader: true, onNotFound: 'map' }],
    [{ onNotFound: 'pass', includeCreated: false }],
    [{ apiHosts: () => true, resolver: () => 3, observe: () => undefined }],
  ])('is accepted: %p', (options) => {
    expect(attach(options)).not.toThrow();
    expect(attach(Object.freeze(options))).not.toThrow();
  });
});

describe('the options of attachProcoreCompanyId', () => {
  test.each<[unknown]>([[undefined], [null]])('may be %p', async (options) => {
    const { instance, sentIds } = attachedInstance(options as null);

    await instance.get('/rest/v1.0/companies/7/users');

    expect(sentIds()).toEqual(['7']);
    expect(attach(options)).not.toThrow();
  });

  test.each<[unknown]>([[42], ['42'], [true], [false], [42n], [() => 42], [Symbol('x')]])(
    'must not be %p',
    (options) => {
      expect(attach(options)).toThrow(TypeError);
      expect(attach(options)).toThrow(/options/);
    },
  );

  test('are not changed', () => {
    const apiHosts = ['GATEWAY.example.com'];
    const options = { companyId: 42n, apiHosts, dryRun: null };

    attach(options)();

    expect(options).toEqual({ companyId: 42n, apiHosts: ['GATEWAY.example.com'], dryRun: null });
    expect(options.apiHosts).toBe(apiHosts);
  });

  test('are read at attach, once', async () => {
    const options: ProcoreCompanyIdOptions = { companyId: 42, apiHosts: ['a.example'] };
    const { instance, sentIds } = attachedInstance(options);

    Object.assign(options, { companyId: 43, dryRun: true, resolver: () => 3 });
    (options.apiHosts as string[]).push('b.example');
    await instance.get('https://a.example/rest/v1.0/users');
    await instance.get('https://b.example/rest/v1.0/users');

    expect(sentIds()).toEqual(['42', undefined]);
  });

  test('leave an earlier attachment alone where they are refused', async () => {
    const { instance, sentIds } = attachedInstance({ companyId: 42 });

    expect(() => attachProcoreCompanyId(instance, { companyId: '' })).toThrow();
    expect(() => attachProcoreCompanyId(instance, { dryRun: 'yes' as never })).toThrow();
    await instance.get('/rest/v1.0/users');

    expect(sentIds()).toEqual(['42']);
  });

  test('attach nothing where they are refused', async () => {
    const instance = axios.create({
      adapter: (config) => Promise.resolve({ config } as never),
    });

    expect(() => attachProcoreCompanyId(instance, { companyId: '' })).toThrow();
    const { config } = await instance.get('https://api.procore.com/rest/v1.0/companies/7/users');

    expect(config.headers['Procore-Company-Id']).toBeUndefined();
  });
});
