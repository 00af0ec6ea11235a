const EXEMPT_PATH = /\/(?:rest\/v1\.0|vapid)\/(me|companies)\/?$/;

/** What is looked at of a request. */
interface Call {
  readonly method: string;
  readonly path: string;
  valuesIn(kind: 'query', subject: 'company' | 'project'): readonly unknown[];
}

/**
 * Whether Procore accepts a request without the header: `GET` on `me` and `companies`, unless it comes from a service account, and `me` only
 * without a company or project in the query. Also the download of a file below company `0`.
 *
 * @see {@link https://procore.github.io/documentation/tutorial-mpz | Procore: Handling Procore Regions}
 */
export function isExempt(call: Call, serviceAccount: boolean): boolean {
  const { method, path } = call;
  if (method !== 'GET') return false;
  // Procore hands such urls out itself: `companies/0/projects/0/collaborative_documents/.../download`.
  if (path.includes('/companies/0/') && path.endsWith('/download')) return true;
  const resource = EXEMPT_PATH.exec(path)?.[1];
  if (resource === undefined || serviceAccount) return false;
  return (
    resource === 'companies' ||
    call.valuesIn('query', 'company').length + call.valuesIn('query', 'project').length === 0
  );
}
