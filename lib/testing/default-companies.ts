import type { EdgeCompany } from './options';

/**
 * The companies that an edge has by default: two with small ids, and one of a newer region with ids of 15 digits.
 *
 * | company | projects |
 * |---|---|
 * | 42 Alder Construction | 3, 1001, 1002, 1003, 1004 |
 * | 7 Beacon Builders | 2001, 2002 |
 * | 562949953443325 Cascade Contractors | 562949953501001, 562949953501002, 562949953501003 |
 *
 * Each project has the RFIs 101 to 103, the users 201 and 202, the submittals 301 and 302 and the observations 401
 * to 403.
 *
 * @example
 * ```ts
 * const edge = await createProcoreEdge({
 *   companies: [...DEFAULT_COMPANIES, { id: 9, name: 'Dune Developers', projects: [{ id: 5, name: 'Pier' }] }],
 * });
 * ```
 *
 * @since 1.0.0
 */
export const DEFAULT_COMPANIES: readonly EdgeCompany[] = Object.freeze([
  {
    id: 42,
    name: 'Alder Construction',
    projects: [
      { id: 3, name: 'Harbour School' },
      { id: 1001, name: 'Mill Lane Flats' },
      { id: 1002, name: 'North Station' },
      { id: 1003, name: 'Old Brewery' },
      { id: 1004, name: 'Parkside Clinic' },
    ],
  },
  {
    id: 7,
    name: 'Beacon Builders',
    projects: [
      { id: 2001, name: 'Quarry Road Depot' },
      { id: 2002, name: 'River Bridge' },
    ],
  },
  {
    id: '562949953443325',
    name: 'Cascade Contractors',
    projects: [
      { id: '562949953501001', name: 'Ferry Terminal' },
      { id: '562949953501002', name: 'Glass House' },
      { id: '562949953501003', name: 'Hill Tunnel' },
    ],
  },
]);
