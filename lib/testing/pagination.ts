import type { ApiRequest } from './api-request';

/** Documented page sizes: in v2 10 by default and 100 at most, in v1 10,000 at most. The default in v1 is the edge's choice. */
const PAGE_SIZES = { v1: { usual: 100, most: 10_000 }, v2: { usual: 10, most: 100 } } as const;

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly headers: Readonly<Record<string, string>>;
}

const positive = (text: string | null, fallback: number): number => {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : fallback;
};

/** Procore documents no `prev` on page two, and neither `first` nor `prev` on page one. */
const relations = (page: number, last: number): Record<string, number> => ({
  ...(page > 1 && { first: 1 }),
  ...(page > 2 && { prev: page - 1 }),
  ...(page < last && { next: page + 1, last }),
});

function linkHeader(
  { origin, path, query }: ApiRequest,
  size: number,
  pages: Record<string, number>,
) {
  const company = query.get('company_id');
  const url = (page: number): string => {
    const kept = new URLSearchParams(company === null ? {} : { company_id: company });
    kept.set('page', String(page));
    kept.set('per_page', String(size));
    return `<${origin}${path}?${kept.toString()}>`;
  };
  return Object.entries(pages)
    .map(([relation, page]) => `${url(page)}; rel="${relation}"`)
    .join(', ');
}

/**
 * One page of a list, with the headers `Total`, `Per-Page` and `Link`. The links are absolute and keep `company_id`,
 * but drop every other parameter, `project_id` among them, as the documented example does.
 *
 * @see {@link https://procore.github.io/documentation/pagination | Procore: Using Pagination}
 */
export function paginate<Item>(items: readonly Item[], request: ApiRequest): Page<Item> {
  const { usual, most } = PAGE_SIZES[request.version];
  const size = Math.min(positive(request.query.get('per_page'), usual), most);
  const page = positive(request.query.get('page'), 1);
  const link = linkHeader(request, size, relations(page, Math.ceil(items.length / size)));
  return {
    items: items.slice((page - 1) * size, page * size),
    headers: {
      Total: String(items.length),
      'Per-Page': String(size),
      ...(link !== '' && { Link: link }),
    },
  };
}
