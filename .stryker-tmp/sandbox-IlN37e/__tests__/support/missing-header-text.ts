/** The body with which Procore refuses a call without the header, as its documentation shows it. */
// @ts-nocheck

export const MISSING_HEADER_TEXT = [
  'Missing Procore-Company-Id header!',
  '',
  'Each call your application makes to the Procore API must contain a request header that includes the Procore-Company-Id field. ',
  'This request header field specifies the id of the company into which you are making the call.',
].join('\n');
