// @ts-nocheck
import { findingsIn, showCount, showFailures, showFound, showShare } from '../../../audit/columns';
import { countsIn } from '../../../audit/counter';
import { FINDINGS } from '../../../audit/finding';
import { labelOf } from '../../../audit/place';
import { callsIn, type Group, GROUPS } from '../../../audit/totals';
import type { AssessedRoute } from '../assess';
import type { Listing } from '../listing';
import { html, type Markup } from './markup';

const GROUP_NAMES: Readonly<Record<string, string>> = {
  url: 'path, query, body',
  given: 'given',
  project: 'project',
  default: 'default',
  mend: 'to be mended',
  none: 'none needed',
};

/** The columns by which the page sorts, with the order that a first click gives. */
const COLUMNS = [
  ['calls', 'Calls', 'descending'],
  ['need', 'Company id', 'descending'],
  ['failures', 'Failures', 'descending'],
  ['route', 'Route', 'ascending'],
] as const;

/** Where a route has answers only, they are to be looked at. */
function groupOf(route: AssessedRoute): Group {
  const [finding = 'failed'] = findingsIn(route);
  return GROUPS.find(({ findings }) => (findings as readonly unknown[]).includes(finding)) as Group;
}

const sumOf = (counts: AssessedRoute['failures']): number =>
  countsIn(counts).reduce((sum, [, count]) => sum + count, 0);

/** Each on a line of its own. */
function failuresOf(route: AssessedRoute): Markup[] {
  const text = showFailures(route);
  return text === '' ? [] : text.split(/, (?=\D*\d*:)/).map((each) => html`<span>${each}</span>`);
}

/** A route may break after each slash. */
function placeText(route: AssessedRoute): Markup {
  const { method } = route;
  const label = labelOf(route);
  if (!label.startsWith(`${method} `)) return html`${label}`;
  const parts = label.slice(method.length + 1).split(/(?<=\/)/);
  return html`<b class="method">${method}</b>
    <code>${parts.map((part) => html`${part}<wbr />`)}</code>`;
}

/** What stands between backticks, as code. */
const withCode = (text: string): Markup[] =>
  text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));

function routeRow(route: AssessedRoute, calls: number, most: number): Markup {
  const [finding = 'failed'] = findingsIn(route);
  const { name: group } = groupOf(route);
  const need = FINDINGS.indexOf(finding);
  const width = most === 0 ? 0 : (route.calls / most) * 100;
  return html`<tr
    data-calls="${route.calls}"
    data-need="${need}"
    data-failures="${sumOf(route.failures)}"
    data-group="${group}"
  >
    <td class="calls">
      <span>${showCount(route.calls)}</span> <small>${showShare(route.calls, calls)}</small>
      <svg class="bar" aria-hidden="true">
        <rect class="${group}" width="${width}%" height="100%" />
      </svg>
    </td>
    <td class="found"><span class="tag ${group}">${showFound(route)}</span></td>
    <td class="failures">${failuresOf(route)}</td>
    <th scope="row" class="route">${placeText(route)}</th>
    <td class="advice">${withCode(route.advice)}</td>
  </tr>`;
}

function filters(listing: Listing): Markup {
  const boxes = GROUPS.filter((group) =>
    listing.listed.some((route) => groupOf(route) === group),
  ).map(
    (group) =>
      html`<label class="${group.name}"
        ><input type="checkbox" value="${group.name}" checked /> ${String(GROUP_NAMES[group.name])}
        <small>${showCount(callsIn(group, listing))}</small></label
      >`,
  );
  const orders = COLUMNS.map(([key, title]) => html`<option value="${key}">${title}</option>`);
  return html`<form id="controls" hidden>
    <label class="search"
      >Filter
      <input
        id="search"
        type="search"
        placeholder="part of a route, such as rfis"
        autocomplete="off"
    /></label>
    <fieldset>
      <legend>Company id</legend>
      ${boxes}
    </fieldset>
    <label class="order"
      >Sort by
      <select id="order">
        ${orders}
      </select></label
    >
    <output id="shown" aria-live="polite"></output>
  </form>`;
}

/** The routes, with what filters and sorts them. Without its script the page shows them all. */
export function routeTable(listing: Listing): Markup {
  const { listed, calls } = listing;
  const most = listed.reduce((largest, route) => Math.max(largest, route.calls), 0);
  const headings = COLUMNS.map(
    ([key, title, order]) =>
      html`<th scope="col" data-key="${key}" data-order="${order}">
        <button type="button">${title}</button>
      </th>`,
  );
  return html`<section aria-label="Routes">
    ${filters(listing)}
    <table>
      <caption>
        Routes
      </caption>
      <thead>
        <tr>
          ${headings}
          <th scope="col">What to do</th>
        </tr>
      </thead>
      <tbody>
        ${listed.map((route) => routeRow(route, calls, most))}
      </tbody>
    </table>
    <p id="nothing" hidden>No route fits the filter.</p>
  </section>`;
}
