const WORD = /^(?:[a-z][a-z_-]{0,47}|v\d+(?:\.\d+)?)?$/i;

/**
 * A path with everything replaced that may be an id or a secret, in the form of Procore's own reports:
 * `/rest/v1.0/projects/:project_id/rfis/:id`.
 */
export function routeOf(path: string): string {
  const segments = path.split('/');
  return segments
    .map((segment, index) => {
      if (WORD.test(segment)) return segment;
      const parent = String(segments[index - 1]);
      if (parent === 'companies') return ':company_id';
      return /^projects?$/.test(parent) ? ':project_id' : ':id';
    })
    .join('/');
}
