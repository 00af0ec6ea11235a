import {
  attachProcoreCompanyId,
  type CompanyIdEvent,
  isMissingCompanyIdHeaderError,
  toMissingCompanyIdHeaderError,
} from 'axios-procore-company-id';
import axios, { AxiosError } from 'axios';
import { PassThrough, Readable } from 'stream';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';
import { rejection } from '../support/rejection';

const BYTES = Buffer.from(MISSING_HEADER_TEXT);
const AS_MUCH_AS_IS_READ = Buffer.alloc(4096, 'x');

const fail = (): never => {
  throw new Error('was called');
};

const isRecognised = async (data: unknown, headers = {}): Promise<boolean> =>
  isMissingCompanyIdHeaderError(
    await toMissingCompanyIdHeaderError({ status: 400, headers, data }),
  );

/** A stream that has something in its buffer and does not end. */
function buffered(content: unknown, options = {}): Readable {
  const stream = new Readable({ read: () => undefined, ...options });
  stream.push(content);
  return stream;
}

/** A web stream of one piece. */
const webStream = (content: string): ReadableStream => new Blob([content]).stream();

describe('a body that must be read is left alone', () => {
  test.each([
    ['where it is a picture', { 'content-type': 'image/png' }],
    ['where its type only contains text', { 'content-type': 'image/text' }],
    ['where it is said to be empty', { 'content-length': '0' }],
    [
      'where it is said to be a picture, and short',
      { 'content-type': 'image/png', 'content-length': '260' },
    ],
    ['where it is longer than an answer of Procore', { 'content-length': '4097' }],
    ['where it is text, but longer', { 'content-type': 'text/plain', 'content-length': '4097' }],
  ])('%s', async (_, headers) => {
    const data = { slice: jest.fn(fail), text: fail };

    expect(await isRecognised(data, headers)).toBe(false);
    expect(data.slice).not.toHaveBeenCalled();
  });

  test.each<[string, () => Readable]>([
    ['where it is a stream of objects', () => buffered(BYTES, { objectMode: true })],
    ['where it is a stream of text', () => buffered(BYTES).setEncoding('utf8')],
    [
      'where somebody waits for it to be readable',
      () => buffered(BYTES).on('readable', () => undefined),
    ],
    [
      'where somebody reads it and has paused',
      () =>
        buffered(BYTES)
          .on('data', () => undefined)
          .pause(),
    ],
  ])('%s', async (_, make) => {
    const stream = make();
    const unshift = jest.spyOn(stream, 'unshift');

    expect(await isRecognised(stream)).toBe(false);
    expect(unshift).not.toHaveBeenCalled();
  });
});

describe('a body that must be read is read', () => {
  test.each([
    ['as text', { 'content-type': 'text/html', 'content-length': '4096' }],
    ['as JSON', { 'content-type': 'application/json', 'content-length': '1' }],
  ])('where its headers allow it to be from Procore: %s', async (_, headers) => {
    expect(await isRecognised(new Blob([BYTES]), headers)).toBe(true);
  });

  test('as JSON, of which only the fields of an error count', async () => {
    const json = JSON.stringify({ title: MISSING_HEADER_TEXT });

    expect(await isRecognised(webStream(json))).toBe(false);
    expect(await isRecognised(buffered(json))).toBe(false);
    expect(await isRecognised(new Blob([json]))).toBe(false);
  });

  test('no further than Procore writes, where it is a Blob', async () => {
    const slice = jest.fn(() => ({ text: () => Promise.resolve(MISSING_HEADER_TEXT) }));

    expect(await isRecognised({ slice, text: fail })).toBe(true);
    expect(slice).toHaveBeenCalledWith(0, 4096);
  });
});

describe('a Node stream', () => {
  /** How often a stream was looked at: each time it is asked for two kinds of listeners. */
  const looksAt = async (stream: Readable): Promise<number> => {
    const asked = jest.spyOn(stream, 'listenerCount');
    await isRecognised(stream);
    const looks = asked.mock.calls.filter(([event]) => event === 'data').length;
    stream.destroy();
    return looks;
  };

  test('is looked at once where all is there that is looked for', async () => {
    expect(await looksAt(buffered(AS_MUCH_AS_IS_READ))).toBe(1);
  });

  test('is looked at once where the message is said to be complete', async () => {
    expect(await looksAt(Object.assign(buffered('Item not found'), { complete: true }))).toBe(1);
  });

  test('is waited for where the message is said not to be complete', async () => {
    const stream = Object.assign(new PassThrough(), { complete: false });
    stream.write(BYTES.subarray(0, 12));
    setTimeout(() => stream.end(BYTES.subarray(12)), 10);

    expect(await isRecognised(stream)).toBe(true);
  });

  test('gets nothing back that it did not give, which would end it', async () => {
    const stream = Object.assign(buffered('12345'), { read: () => null, unshift: jest.fn() });

    expect(await isRecognised(stream)).toBe(false);
    expect(stream.unshift).not.toHaveBeenCalled();
  });
});

describe('a web stream', () => {
  test('is not read on where all is there that is looked for', async () => {
    const pull = jest.fn((controller: ReadableStreamDefaultController<Uint8Array>) => {
      controller.enqueue(new Uint8Array(AS_MUCH_AS_IS_READ));
    });
    const data = new ReadableStream({ pull }, { highWaterMark: 0 });

    expect(await isRecognised(data)).toBe(false);
    // One piece is read, and one may be fetched ahead.
    expect(pull.mock.calls.length).toBeLessThan(3);
  });

  test('is let go of at once, so that its reader can cancel it', async () => {
    const cancel = jest.fn();
    const response = {
      status: 400,
      data: new ReadableStream({ start: (controller) => controller.enqueue(BYTES), cancel }),
    };

    await toMissingCompanyIdHeaderError(response);
    void response.data.cancel();
    await new Promise(setImmediate);

    expect(cancel).toHaveBeenCalledTimes(1);
  });

  test('that ends early has been read', async () => {
    const events: CompanyIdEvent[] = [];
    const instance = axios.create({
      adapter: (config) => {
        const data = webStream('invalid company id');
        const response = { data, status: 400, statusText: '', headers: {}, config };
        throw Object.assign(new AxiosError('400'), { config, response });
      },
    });
    attachProcoreCompanyId(instance, { companyId: 42, observe: (event) => events.push(event) });

    await rejection(instance.get('https://api.procore.com/rest/v1.0/projects/3/rfis'));

    expect(events.map(({ type }) => type)).toEqual(['resolved', 'invalid-company-id']);
  });
});
