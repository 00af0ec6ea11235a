import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';
import { attachProcoreCompanyId, type ProcoreCompanyIdOptions } from 'axios-procore-company-id';
import { resendsConfigs, sharesHeaders, showsDefaultHeaders } from '../support/axios-features';
import { useRecordingServer } from '../support/recording-server';

const PATH_OF_7 = '/rest/v1.0/companies/7/users';
const NAMELESS = '/rest/v1.0/users';
const SPELLINGS = ['Procore-Company-Id', 'procore-company-id', 'PROCORE-COMPANY-ID'];
const UUID = '123e4567-e89b-12d3-a456-426614174000';

const server = useRecordingServer();

function bare(): AxiosInstance {
  const instance = axios.create({ baseURL: server.origin, proxy: false });
  if (sharesHeaders) instance.defaults.headers = structuredClone(instance.defaults.headers); // axios 0.18
  return instance;
}

function create(options?: ProcoreCompanyIdOptions): AxiosInstance {
  const instance = bare();
  attachProcoreCompanyId(instance, options);
  return instance;
}

const ids = () => server.requests.map(({ companyId }) => companyId);

type Place = [string, (instance: AxiosInstance, headers: object) => AxiosRequestConfig];

/** Hidden from interceptors by axios 1.0 and 1.1. */
const DEFAULTS: Place[] = [
  [
    'in the common defaults',
    (instance, headers) => {
      Object.assign(instance.defaults.headers.common, headers);
      return {};
    },
  ],
  [
    'in the defaults of the method',
    (instance, headers) => {
      Object.assign(instance.defaults.headers.get, headers);
      return {};
    },
  ],
];

/** Everywhere a caller may write a header. */
const PLACES: Place[] = [
  ['in the call', (_instance, headers) => ({ headers: { ...headers } })],
  ...(showsDefaultHeaders ? DEFAULTS : []),
  [
    'at the top of the defaults',
    (instance, headers) => {
      Object.assign(instance.defaults.headers, headers);
      return {};
    },
  ],
  [
    'in an interceptor',
    (instance, headers) => {
      instance.interceptors.request.use((config) => {
        Object.assign(config.headers, headers);
        return config;
      });
      return {};
    },
  ],
  [
    'in an interceptor that spreads',
    (instance, headers) => {
      instance.interceptors.request.use((config) => ({
        ...config,
        headers: Object.assign({}, config.headers, headers),
      }));
      return {};
    },
  ],
];

const CASES = PLACES.flatMap(([where, write]) =>
  SPELLINGS.map((name) => [name, where, write] as const),
);

describe.each(CASES)('%s %s', (name, _where, write) => {
  test('is sent as it is, where it is usable', async () => {
    const instance = create({ companyId: 42, resolver: () => 3 });

    await instance.get(PATH_OF_7, write(instance, { [name]: '5' }));

    expect(ids()).toEqual(['5']);
  });

  test.each(['undefined', 'abc', '0', '007', UUID])(
    'is replaced where it is %j and an id is found',
    async (value) => {
      const instance = create();

      await instance.get(PATH_OF_7, write(instance, { [name]: value }));

      expect(ids()).toEqual(['7']);
    },
  );

  test.each(['undefined', 'abc', '0', '007', '', UUID])(
    'is sent as it is without the plugin, where it is %j and no id is found',
    async (value) => {
      const [without, instance] = [bare(), create()];

      await without.get(NAMELESS, write(without, { [name]: value }));
      await instance.get(NAMELESS, write(instance, { [name]: value }));

      const [first, second] = server.requests;
      expect(second?.headers).toEqual(first?.headers);
    },
  );

  test('is removed where it is undefined', async () => {
    const instance = create();

    await instance.get(NAMELESS, write(instance, { [name]: undefined }));

    expect(ids()).toEqual([undefined]);
  });

  test.each([undefined, null])('is replaced where it is %p and an id is found', async (value) => {
    const instance = create();

    await instance.get(PATH_OF_7, write(instance, { [name]: value }));

    expect(ids()).toEqual(['7']);
  });

  test('opts out where it is false', async () => {
    const instance = create({ companyId: 42 });

    await instance.get(PATH_OF_7, write(instance, { [name]: false }));

    expect(ids()).toEqual([undefined]);
  });

  test('gives way to procoreCompanyId, be it an id or false', async () => {
    const instance = create();
    const config = write(instance, { [name]: '5' });

    await instance.get(NAMELESS, { ...config, procoreCompanyId: 9 });
    await instance.get(NAMELESS, { ...config, procoreCompanyId: false });

    expect(ids()).toEqual(['9', undefined]);
  });
});

const describeReSends = resendsConfigs ? describe : describe.skip; // axios 1.0 and 1.1 cannot send a config twice

describeReSends('a request that opted out and is sent again', () => {
  test('does so by its key, until that is taken back', async () => {
    const instance = create({ companyId: 42 });

    const { config } = await instance.get(PATH_OF_7, { procoreCompanyId: false });
    await instance.request(config);
    await instance.request({ ...config, procoreCompanyId: null });

    expect(ids()).toEqual([undefined, undefined, '7']);
  });

  test('does so by its header, in any place', async () => {
    for (const [, write] of PLACES) {
      const instance = create({ companyId: 42 });
      const { config } = await instance.get(
        PATH_OF_7,
        write(instance, { 'procore-company-id': false }),
      );
      await instance.request(config);
    }

    expect(ids()).toEqual(PLACES.flatMap(() => [undefined, undefined]));
  });
});

const describeDefaults = showsDefaultHeaders ? describe : describe.skip; // axios 1.0 and 1.1 hide them

describeDefaults('headers in several places', () => {
  test('do not count where they are for another method', async () => {
    const instance = create();
    instance.defaults.headers.post['Procore-Company-Id'] = '5';

    await instance.get(PATH_OF_7);
    await instance.post(PATH_OF_7);

    expect(ids()).toEqual(['7', '5']);
  });

  test('are overruled by false in the call', async () => {
    const instance = create({ companyId: 42 });
    instance.defaults.headers.common['procore-company-id'] = '5';
    instance.defaults.headers.get['PROCORE-COMPANY-ID'] = '6';

    await instance.get(PATH_OF_7, { headers: { 'Procore-Company-Id': false } });

    expect(ids()).toEqual([undefined]);
  });

  test('are all replaced where procoreCompanyId is given, and left in the defaults', async () => {
    const instance = create();
    instance.defaults.headers.common['procore-company-id'] = '5';
    instance.defaults.headers.get['PROCORE-COMPANY-ID'] = '6';

    await instance.get(NAMELESS, {
      procoreCompanyId: 9,
      headers: { 'Procore-Company-Id': '8' },
    });
    await instance.get(NAMELESS, { procoreCompanyId: false });

    expect(ids()).toEqual(['9', undefined]);
    expect(instance.defaults.headers.common['procore-company-id']).toBe('5');
    expect(instance.defaults.headers.get['PROCORE-COMPANY-ID']).toBe('6');
  });

  test('are sent as without the plugin, where they are usable', async () => {
    for (const instance of [bare(), create()]) {
      instance.defaults.headers.common['procore-company-id'] = '5';
      instance.defaults.headers.get['PROCORE-COMPANY-ID'] = '6';
      await instance.get(NAMELESS);
      await instance.get(NAMELESS, { headers: { 'Procore-Company-Id': '8' } });
    }

    const [first, second, third, fourth] = ids();
    expect([third, fourth]).toEqual([first, second]);
  });
});
