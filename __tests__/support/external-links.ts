/** The day on which these were checked: those to Procore against the permalinks of its documentation. */
export const CHECKED_ON = '2026-11-28';

/** All links out of the docs and docstrings. Add a new one here after you have checked it. */
export const externalLinks = [
  'https://developers.procore.com/reference/rest/docs/rest-api-overview',
  'https://keepachangelog.com/en/1.1.0/',
  'https://mochajs.org',
  'https://procore.github.io/documentation/error-reference',
  'https://procore.github.io/documentation/integration-health',
  'https://procore.github.io/documentation/oauth-client-credentials',
  'https://procore.github.io/documentation/oauth-endpoints',
  'https://procore.github.io/documentation/pagination',
  'https://procore.github.io/documentation/secure-file-access-tips',
  'https://procore.github.io/documentation/tutorial-mpz',
  'https://procore.github.io/documentation/webhooks',
  'https://semver.org/spec/v2.0.0.html',
  'https://stryker-mutator.io',
];
