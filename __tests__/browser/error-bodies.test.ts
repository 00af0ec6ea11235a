import {
  createProcoreEdge,
  MISSING_HEADER_TEXT,
  type ProcoreEdge,
} from 'axios-procore-company-id/testing';
import { CLIENTS, FETCH_CLIENTS } from './support/clients';
import { useStage } from './support/stage';

const stage = useStage();
const JSON_BODY = JSON.stringify({ errors: [MISSING_HEADER_TEXT] });
let jsonEdge: ProcoreEdge;

beforeAll(async () => {
  jsonEdge = await createProcoreEdge({
    cors: true,
    missingHeader: { body: 'errors-list', status: 422 },
  });
});
afterAll(() => jsonEdge.close());

const RESPONSE_TYPES = [undefined, 'json', 'text', 'blob', 'arraybuffer'] as const;
const CASES = [
  ...CLIENTS.flatMap((client) => RESPONSE_TYPES.map((responseType) => ({ client, responseType }))),
  ...FETCH_CLIENTS.map((client) => ({ client, responseType: 'stream' as const })),
].map((each) => ({ ...each, name: `${each.client.name}, responseType ${each.responseType}` }));

const FORMS: Partial<Record<string, string>> = {
  blob: 'Blob',
  arraybuffer: 'ArrayBuffer',
  stream: 'ReadableStream',
};

describe.each(CASES)('$name', ({ client, responseType }) => {
  test.each([
    { shape: 'text', status: 400, text: MISSING_HEADER_TEXT },
    { shape: 'JSON', status: 422, text: JSON_BODY },
  ])('a $shape body makes the typed error, and stays readable', async ({ shape, status, text }) => {
    const api = (shape === 'JSON' ? jsonEdge : stage().edge).url;
    const seen = await stage().page.evaluate(
      async ({ client, responseType, api }) => {
        const { attachedInstance, axios, plugin, rejection, textOf } = bundles[client.bundle];
        const instance = attachedInstance({ baseURL: api, ...client.defaults });
        const given = responseType === undefined ? {} : { responseType };
        const error = await rejection(instance.get('/rest/v1.0/projects/3/rfis', given));
        const { data } = error.response;
        const { AxiosError } = axios as Partial<typeof axios>;
        return {
          isTyped: error instanceof plugin.MissingCompanyIdHeaderError,
          isGuarded: plugin.isMissingCompanyIdHeaderError(error),
          isError: error instanceof Error,
          isAxiosError: axios.isAxiosError(error),
          isOfClass: AxiosError === undefined || error instanceof AxiosError,
          isFresh: error.cause !== error && error.cause.message === error.message.split(':')[0],
          isBare: Object.keys(error.cause).length === 0,
          facts: [error.name, error.response.status, error.reason, error.method, error.route],
          status: error.status,
          form: Object.prototype.toString.call(data).slice(8, -1),
          text: await textOf(data),
        };
      },
      { client, responseType, api },
    );

    expect(seen).toMatchObject({
      isTyped: true,
      isGuarded: true,
      isError: true,
      isAxiosError: true,
      isOfClass: true,
      isFresh: true,
      isBare: true,
      text,
    });
    expect(seen.facts).toEqual([
      'MissingCompanyIdHeaderError',
      status,
      'unresolved',
      'GET',
      '/rest/v1.0/projects/:project_id/rfis',
    ]);
    // Only newer ones have it on the error itself.
    expect(seen.status).toBe(client.bundle === 'axios' ? status : undefined);
    expect(seen.form).toBe(FORMS[String(responseType)] ?? seen.form);
  });
});

describe.each(CLIENTS)('$name', (client) => {
  test.each(['blob', 'arraybuffer', 'text'] as const)(
    'another error with a body as %s passes through as axios made it',
    async (responseType) => {
      const seen = await stage().page.evaluate(
        async ({ client, responseType, api }) => {
          const { axios, plugin, rejection, textOf } = bundles[client.bundle];
          const instance = axios.create({ baseURL: api, ...client.defaults });
          let original: unknown;
          instance.interceptors.response.use(undefined, (error) => {
            original = error;
            throw error;
          });
          plugin.attachProcoreCompanyId(instance);
          const call = instance.get('/rest/v1.0/nowhere', { responseType, procoreCompanyId: 42 });
          const error = await rejection(call);
          return {
            isOriginal: error === original,
            isOurs: plugin.isProcoreCompanyIdError(error),
            status: error.response.status,
            text: await textOf(error.response.data),
          };
        },
        { client, responseType, api: stage().edge.url },
      );

      expect(seen).toMatchObject({ isOriginal: true, isOurs: false, status: 404 });
      expect(JSON.parse(seen.text)).toEqual({ message: 'Item not found' });
    },
  );

  test('a network error passes through untouched', async () => {
    const { page, problems } = stage();
    const complaint = page.waitForEvent('console', (message) => message.text().includes('ERR_'));
    const seen = await page.evaluate(
      async ({ client }) => {
        const { attachedInstance, plugin, rejection } = bundles[client.bundle];
        const instance = attachedInstance({
          ...client.defaults,
          baseURL: 'http://no.invalid',
        });
        const error = await rejection(instance.get('/x', { procoreCompanyId: 42 }));
        return { message: error.message, isOurs: plugin.isProcoreCompanyIdError(error) };
      },
      { client },
    );
    await complaint;

    expect(seen).toEqual({ message: 'Network Error', isOurs: false });
    expect(problems.splice(0)).toEqual([expect.stringContaining('ERR_NAME_NOT_RESOLVED')]);
  });
});

describe.each(FETCH_CLIENTS)('$name', (client) => {
  const LONG = 'x'.repeat(200_000);

  test.each([
    {
      what: 'Procore’s text with a long tail',
      body: `${MISSING_HEADER_TEXT}\n${LONG}`,
      isTyped: true,
    },
    { what: 'a foreign text', body: LONG, isTyped: false },
  ])('a long streamed body loses nothing: $what', async ({ body, isTyped }) => {
    const { page, foreign } = stage();
    stage().foreignAnswer = () => ({
      status: 400,
      headers: { 'content-type': 'text/plain' },
      body,
    });
    const seen = await page.evaluate(
      async ({ client, api }) => {
        const { attachedInstance, plugin, rejection, textOf } = bundles[client.bundle];
        const instance = attachedInstance({ baseURL: api, ...client.defaults });
        const error = await rejection(instance.get('/rest/v1.0/x', { responseType: 'stream' }));
        return {
          isTyped: plugin.isMissingCompanyIdHeaderError(error),
          text: await textOf(error.response.data),
        };
      },
      { client, api: foreign.origin },
    );

    expect(seen.isTyped).toBe(isTyped);
    expect(seen.text === body).toBe(true);
  });

  test('a stream that axios resolved makes the typed error on request, and stays readable', async () => {
    const seen = await stage().page.evaluate(
      async ({ client, api }) => {
        const { attachedInstance, axios, plugin, textOf } = bundles[client.bundle];
        const instance = attachedInstance({ baseURL: api, ...client.defaults });
        const response = await instance.get('/rest/v1.0/projects/3/rfis', {
          responseType: 'stream',
          validateStatus: () => true,
        });
        const error = await plugin.toMissingCompanyIdHeaderError(response);
        return {
          isTyped: error instanceof plugin.MissingCompanyIdHeaderError,
          isAxiosError: axios.isAxiosError(error),
          text: await textOf(response.data),
        };
      },
      { client, api: stage().edge.url },
    );

    expect(seen).toEqual({ isTyped: true, isAxiosError: true, text: MISSING_HEADER_TEXT });
  });
});
