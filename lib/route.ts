const WORD = /^(?:[a-z][a-z_-]{0,47}|v\d+(?:\.\d+)?)$/i;

const PLACEHOLDERS: Record<string, string> = {
  companies: ':company_id',
  projects: ':project_id',
  project: ':project_id',
};

/**
 * A path with everything replaced that may be an id or a secret, in the form of Procore's own reports:
 * `/rest/v1.0/projects/:project_id/rfis/:id`.
 */
export function routeOf(path: string): string {
  const segments = path.split('/');
  return segments
    .map((segment, index) => {
      if (segment === '' || WORD.test(segment)) return segment;
      // The first segment is empty, as a path begins with a slash.
      const parent = segments[index - 1] as string;
      return Object.prototype.hasOwnProperty.call(PLACEHOLDERS, parent)
        ? PLACEHOLDERS[parent]
        : ':id';
    })
    .join('/');
}
