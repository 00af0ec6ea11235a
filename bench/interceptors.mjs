/** What an integrator would write by hand: the id is known. */
export function staticInterceptor(config) {
  config.headers['Procore-Company-Id'] = '42';
  return config;
}

/** What an integrator would write by hand: the id stands in the url or the params, otherwise there is a default. */
export function parsingInterceptor(config) {
  const url = new URL(config.url, config.baseURL);
  const id =
    /\/companies\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1] ??
    url.searchParams.get('company_id') ??
    config.params?.company_id ??
    '42';
  config.headers['Procore-Company-Id'] = String(id);
  return config;
}
