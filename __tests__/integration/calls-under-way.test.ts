import axios, { type AxiosInstance, type InternalAxiosRequestConfig } from 'axios';
import {
  attachProcoreCompanyId,
  type Attachment,
  type CompanyIdEvent,
  isMissingCompanyIdHeaderError,
  isUnresolvedCompanyIdError,
  type ProcoreCompanyIdOptions,
} from 'axios-procore-company-id';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';
import { useRecordingServer } from '../support/recording-server';
import { rejection } from '../support/rejection';

const USERS = '/rest/v1.0/users';
const MISSING = {
  status: 400,
  headers: { 'content-type': 'text/plain' },
  body: MISSING_HEADER_TEXT,
};

/** Runs when a request has arrived, before it is answered. */
let onArrival = (): void => undefined;
beforeEach(() => {
  onArrival = () => undefined;
});

const server = useRecordingServer(({ url }) => {
  onArrival();
  return url.includes('missing') ? MISSING : {};
});
const { sentIds } = server;

interface Attached {
  readonly instance: AxiosInstance;
  readonly attachment: Attachment;
}

function attachedInstance(options: ProcoreCompanyIdOptions): Attached {
  const instance = axios.create({ baseURL: server.origin });
  return { instance, attachment: attachProcoreCompanyId(instance, options) };
}

/** An instance that the global axios made while `includeCreated` was on. `attachment` is that of the global one. */
function createdInstance(options: ProcoreCompanyIdOptions): Attached {
  const parent = axios.create() as AxiosInstance & { create: typeof axios.create };
  parent.create = axios.create;
  const attachment = attachProcoreCompanyId(parent, { ...options, includeCreated: true });
  return { instance: parent.create({ baseURL: server.origin }), attachment };
}

/** An interceptor that runs before the plugin and lets go of the request when it is told to. */
function holdRequests(instance: AxiosInstance): { release(): void; held: Promise<void> } {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const held = new Promise<void>((resolve) => {
    instance.interceptors.request.use(async (config: InternalAxiosRequestConfig) => {
      resolve();
      await released;
      return config;
    });
  });
  return { release, held };
}

type Change = (attached: Attached) => void;

const CHANGES: [what: string, change: Change][] = [
  ['detached', ({ attachment }) => attachment.detach()],
  ['attached again', ({ instance }) => void attachProcoreCompanyId(instance, { companyId: 2 })],
  [
    'attached again and detached',
    ({ instance }) => attachProcoreCompanyId(instance, { companyId: 2 }).detach(),
  ],
];
const KINDS = [
  ['an instance', attachedInstance],
  ['an instance that an attached one created', createdInstance],
] as const;

describe.each(KINDS)('a call of %s that has begun finishes as it began', (_kind, create) => {
  describe.each(CHANGES)('though the instance is %s', (_what, change) => {
    test('in the tick of the call', async () => {
      const attached = create({ companyId: 1 });

      const call = attached.instance.get(USERS);
      change(attached);
      await call;

      expect(sentIds()).toEqual(['1']);
    });

    test('while an interceptor of the caller runs', async () => {
      const attached = create({ companyId: 1 });
      const { held, release } = holdRequests(attached.instance);

      const call = attached.instance.get(USERS);
      await held;
      change(attached);
      release();
      await call;

      expect(sentIds()).toEqual(['1']);
    });

    test('while its resolver is asked', async () => {
      let onAsked = (): void => undefined;
      const attached = create({ resolver: async () => (onAsked(), 1) });
      onAsked = () => change(attached);

      await attached.instance.get(USERS);

      expect(sentIds()).toEqual(['1']);
    });

    test('and is refused where it would have been, with nothing sent', async () => {
      const attached = create({ onUnresolved: 'reject' });
      const { held, release } = holdRequests(attached.instance);

      const error = rejection(attached.instance.get(USERS));
      await held;
      change(attached);
      release();

      expect(isUnresolvedCompanyIdError(await error)).toBe(true);
      expect(server.requests).toEqual([]);
    });

    test('and its error is typed and observed once, though it is answered later', async () => {
      const events: CompanyIdEvent[] = [];
      const attached = create({ observe: (event) => events.push(event) });
      onArrival = () => change(attached);

      const error = await rejection(attached.instance.get('/rest/v1.0/missing'));

      expect(isMissingCompanyIdHeaderError(error)).toBe(true);
      expect(error.message.match(/Procore found no header/g)).toHaveLength(1);
      expect(events.map(({ type }) => type)).toEqual(['unresolved', 'missing-header']);
    });
  });

  test('while the next call goes by what is attached then', async () => {
    const attached = create({ companyId: 1 });

    const call = attached.instance.get(USERS);
    attached.attachment.detach();
    await Promise.all([call, attached.instance.get(USERS)]);

    expect(sentIds().sort()).toEqual(['1', undefined]);
  });
});

test('a resolver of the attachment that a call began with learns from its answer', async () => {
  const learn = jest.fn();
  const { instance, attachment } = attachedInstance({
    resolver: Object.assign(() => 1, { learn }),
  });
  onArrival = () => attachment.detach();

  await instance.get(USERS);

  expect(learn).toHaveBeenCalledTimes(1);
});
