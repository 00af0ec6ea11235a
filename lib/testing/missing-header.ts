import { type Reply, JSON_TYPE, TEXT_TYPE, reply } from './reply';

/**
 * The body of Procore's answer to a request without `Procore-Company-Id`, exactly as its documentation shows it. There is a space before
 * the last line break.
 *
 * @example
 * ```ts
 * import { MISSING_HEADER_TEXT } from 'axios-procore-company-id/testing';
 *
 * expect(error.response.data).toBe(MISSING_HEADER_TEXT);
 * ```
 *
 * @see {@link https://procore.github.io/documentation/tutorial-mpz | Procore: Handling Procore Regions}
 * @since 1.0.0
 */
export const MISSING_HEADER_TEXT =
  'Missing Procore-Company-Id header!\n\n' +
  'Each call your application makes to the Procore API must contain a request header that includes the ' +
  'Procore-Company-Id field. \n' +
  'This request header field specifies the id of the company into which you are making the call.';

/** What Procore answers for a missing record, and sometimes for a missing header. */
export const ITEM_NOT_FOUND = { message: 'Item not found' } as const;

const BODIES = {
  text: MISSING_HEADER_TEXT,
  json: { message: MISSING_HEADER_TEXT },
  'json-text': MISSING_HEADER_TEXT,
  error: { error: MISSING_HEADER_TEXT },
  errors: { errors: MISSING_HEADER_TEXT },
  'errors-list': { errors: [MISSING_HEADER_TEXT] },
  reason: { code: 'BAD_REQUEST', reason: MISSING_HEADER_TEXT },
  'error-message': { error: { code: 'BAD_REQUEST', message: MISSING_HEADER_TEXT } },
  'error-description': { error: 'invalid_request', error_description: MISSING_HEADER_TEXT },
  'not-found': ITEM_NOT_FOUND,
} as const;

/**
 * The shape in which the edge says that the header is missing. Procore documents the text, but no status and no content type. So a client
 * should recognise all of these:
 *
 * | shape | body |
 * |---|---|
 * | `text` | {@link MISSING_HEADER_TEXT} as plain text |
 * | `json` | `{ "message": text }` |
 * | `json-text` | the text as one JSON string |
 * | `error` | `{ "error": text }` |
 * | `errors` | `{ "errors": text }` |
 * | `errors-list` | `{ "errors": [text] }` |
 * | `reason` | `{ "code": "BAD_REQUEST", "reason": text }` |
 * | `error-message` | `{ "error": { "code": "BAD_REQUEST", "message": text } }` |
 * | `error-description` | `{ "error": "invalid_request", "error_description": text }` |
 * | `not-found` | `{ "message": "Item not found" }`, which integrators report instead |
 *
 * @example
 * ```ts
 * const shape: MissingHeaderBody = 'errors-list';
 * const edge = await createProcoreEdge({ missingHeader: { body: shape } });
 * ```
 *
 * @since 1.0.0
 */
export type MissingHeaderBody = keyof typeof BODIES;

export const MISSING_HEADER_BODIES = Object.keys(BODIES) as readonly MissingHeaderBody[];

/** The status of a shape if the options name none. */
export const defaultStatus = (body: MissingHeaderBody): number =>
  body === 'not-found' ? 404 : 400;

/** The content type of a shape if the options name none. */
export const defaultContentType = (body: MissingHeaderBody): string =>
  body === 'text' ? TEXT_TYPE : JSON_TYPE;

/** The answer to a request without the header, after validation of the options. */
export interface MissingHeaderAnswer {
  readonly status: number;
  readonly body: MissingHeaderBody;
  readonly contentType: string;
}

export function missingHeaderReply({ status, body, contentType }: MissingHeaderAnswer): Reply {
  const content = body === 'text' ? BODIES.text : JSON.stringify(BODIES[body]);
  return reply(status, 'missing-header', content, { 'Content-Type': contentType });
}
