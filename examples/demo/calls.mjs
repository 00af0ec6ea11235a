/** The company that the plugin is told to use where a request names none. */
export const DEFAULT_COMPANY = 42;

const DRAWING = Buffer.from('%PDF-1.4 a drawing');

/** Cells are divided by bars: request | header, result before | header, source of the id, result after. */
const claims = (text) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

/**
 * What the integration does, and what the demo claims for each request that leaves it: a call can lead to several.
 * "-" stands for a request that was never sent.
 */
export const CALLS = [
  {
    run: ({ signIn }) => signIn('code-from-the-browser'),
    claims: claims(`
      POST /oauth/token                          | none | 200                | none | not needed | 200`),
  },
  {
    run: ({ me }) => me(),
    claims: claims(`
      GET /rest/v1.0/me                          | none | 200                | 42   | default    | 200`),
  },
  {
    run: ({ listProjects }) => listProjects(7),
    claims: claims(`
      GET /rest/v1.0/projects?company_id=7       | none | 400 missing header | 7    | query      | 200`),
  },
  {
    run: ({ listRfis }) => listRfis(3),
    claims: claims(`
      GET /rest/v1.0/projects/3/rfis             | none | 400 missing header | 42   | default    | 200`),
  },
  {
    run: ({ createRfi }) => createRfi(3, 'Which door is fire-rated?'),
    claims: claims(`
      POST /rest/v1.0/projects/3/rfis            | none | 400 missing header | 42   | default    | 201`),
  },
  {
    run: ({ downloadRfi }) => downloadRfi(3, 101),
    claims: claims(`
      GET /rest/v1.0/projects/3/rfis/101.pdf     | none | 400 missing header | 42   | default    | 302
      GET storage:/rfis/101.pdf                  | -    | -                  | none | not needed | 200`),
  },
  {
    run: ({ uploadFile }) => uploadFile(42, 3, 'drawing.pdf', DRAWING),
    claims: claims(`
      POST /rest/v2.1/companies/42/…/uploads     | none | 400 missing header | 42   | path       | 201
      PUT storage:/rest/v2.1/companies/42/…/1    | -    | -                  | none | not needed | 200
      PATCH /rest/v2.1/companies/…/uploads/:id   | -    | -                  | 42   | path       | 200`),
  },
  {
    prepare: (edge) => edge.expireTokens(),
    run: ({ createProject }) => createProject(7, 'Harbour Hall'),
    claims: claims(`
      POST /rest/v1.0/projects {company_id: 7}   | none | 401                | 7    | body       | 401
      POST /oauth/token                          | none | 200                | none | not needed | 200
      POST /rest/v1.0/projects {company_id: 7}   | none | 400 missing header | 7    | body       | 201`),
  },
];
