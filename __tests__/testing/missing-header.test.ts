import { MISSING_HEADER_TEXT, type MissingHeaderOptions } from '../../lib/testing';
import { call } from './call';
import { startEdge } from './edges';

async function answerTo(missingHeader?: MissingHeaderOptions) {
  const edge = await startEdge({ missingHeader });
  const { status, headers, text, json } = await call(`${edge.url}/rest/v1.0/projects/3`);
  return { status, type: headers['content-type'], text, json, requests: edge.requests };
}

describe('the answer to a missing header', () => {
  test('is by default the documented text, letter for letter', async () => {
    const { status, type, text } = await answerTo();

    expect(status).toBe(400);
    expect(type).toBe('text/plain; charset=utf-8');
    expect(text.split('\n')).toEqual([
      'Missing Procore-Company-Id header!',
      '',
      'Each call your application makes to the Procore API must contain a request header that includes the Procore-Company-Id field. ',
      'This request header field specifies the id of the company into which you are making the call.',
    ]);
    expect(MISSING_HEADER_TEXT).toBe(text);
  });

  test.each([
    ['json', { message: MISSING_HEADER_TEXT }],
    ['json-text', MISSING_HEADER_TEXT],
    ['error', { error: MISSING_HEADER_TEXT }],
    ['errors', { errors: MISSING_HEADER_TEXT }],
    ['errors-list', { errors: [MISSING_HEADER_TEXT] }],
    ['reason', { code: 'BAD_REQUEST', reason: MISSING_HEADER_TEXT }],
    ['error-message', { error: { code: 'BAD_REQUEST', message: MISSING_HEADER_TEXT } }],
    ['error-description', { error: 'invalid_request', error_description: MISSING_HEADER_TEXT }],
  ] as const)('can have the shape %s', async (body, expected) => {
    const { status, type, json } = await answerTo({ body });

    expect(status).toBe(400);
    expect(type).toBe('application/json; charset=utf-8');
    expect(json).toEqual(expected);
  });

  test('can look like a 404, while the log knows better', async () => {
    const { status, json, requests } = await answerTo({ body: 'not-found' });

    expect(status).toBe(404);
    expect(json).toEqual({ message: 'Item not found' });
    expect(requests[0]?.outcome).toBe('missing-header');
  });

  test('can have another status and content type', async () => {
    const { status, type, text } = await answerTo({ status: 503, contentType: 'text/html' });

    expect(status).toBe(503);
    expect(type).toBe('text/html');
    expect(text).toBe(MISSING_HEADER_TEXT);
  });

  test('can have the last of all statuses', async () => {
    expect((await answerTo({ status: 599 })).status).toBe(599);
  });

  test('takes a status of its own for the look of a 404 as well', async () => {
    const { status } = await answerTo({ body: 'not-found', status: 400 });

    expect(status).toBe(400);
  });
});
