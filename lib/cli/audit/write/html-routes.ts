import { suspiciousFailures } from '../../../audit/advice';
import {
  showCount,
  showFailures,
  showFound,
  showShare,
  type ShownRoute,
} from '../../../audit/columns';
import { countsIn } from '../../../audit/counter';
import { type Group, groupOf, GROUPS } from '../../../audit/groups';
import { labelOf } from '../../../audit/place';
import { notesOf, sectionsOf } from '../../../audit/sections';
import type { Listing } from '../listing';
import { html, type Markup, withCode } from './markup';

/** The columns that can be sorted, with the order of the first click. */
const COLUMNS = [
  ['need', 'Company', 'descending'],
  ['calls', 'Calls', 'descending'],
  ['failures', 'Failures', 'descending'],
  ['route', 'Route', 'ascending'],
] as const;

/** Sorts failures that a missing header may have caused before any number of others. */
function weightOf(route: ShownRoute): number {
  const all = countsIn(route.failures).reduce((sum, [, count]) => sum + count, 0);
  return suspiciousFailures(route) * 1e9 + all;
}

/** One line for each status. */
const failuresOf = (route: ShownRoute): Markup[] =>
  showFailures(route)
    .split(/, (?=\D*\d*:)/)
    .filter(Boolean)
    .map((each) => html`<span>${each}</span> `);

/** A route may break after each slash. */
function placeText(route: ShownRoute): Markup {
  const { method } = route;
  const label = labelOf(route);
  if (!label.startsWith(`${method} `)) return html`${label}`;
  const parts = label.slice(method.length + 1).split(/(?<=\/)/);
  return html`<b class="method">${method}</b>
    <code>${parts.map((part) => html`${part}<wbr />`)}</code>`;
}

function routeRow(route: ShownRoute, calls: number, most: number): Markup {
  const group = groupOf(route);
  const width = most === 0 ? 0 : (route.calls / most) * 100;
  const need = GROUPS.length - GROUPS.indexOf(group);
  return html`<tr
    data-calls="${route.calls}"
    data-need="${need}"
    data-failures="${weightOf(route)}"
    data-group="${group.name}"
  >
    <td class="found"><span class="tag ${group.name}">${showFound(route)}</span></td>
    <td class="calls">
      <span>${showCount(route.calls)}</span> <small>${showShare(route.calls, calls)}</small>
      <svg class="bar" aria-hidden="true">
        <rect class="${group.name}" width="${width}%" height="100%" />
      </svg>
    </td>
    <td class="failures">${failuresOf(route)}</td>
    <th scope="row" class="route">${placeText(route)}</th>
    <td class="notes">${withCode(notesOf(route))}</td>
  </tr>`;
}

const checkbox = ({ name, title }: Group, { counts }: Listing): Markup =>
  html`<label class="${name}"
    ><input type="checkbox" value="${name}" checked /> ${title}
    <small>${showCount(counts[name])}</small></label
  >`;

function filters(listing: Listing): Markup {
  const shown = sectionsOf(listing.listed).map(({ group }) => group);
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
      <legend>Company</legend>
      ${shown.map((group) => checkbox(group, listing))}
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

/** The routes, with controls to filter and sort them. Without its script the page shows all routes and no controls. */
export function routeTable(listing: Listing): Markup {
  const { listed, calls } = listing;
  const most = listed.reduce((largest, route) => Math.max(largest, route.calls), 0);
  const rows = sectionsOf(listed).flatMap(({ routes }) => routes);
  const headings = COLUMNS.map(
    ([key, title, order]) =>
      html`<th scope="col" class="${key}" data-key="${key}" data-order="${order}">
        <button type="button">${title}</button>
      </th>`,
  );
  return html`<section id="routes" aria-label="Routes">
    ${filters(listing)}
    <table>
      <caption>
        Routes
      </caption>
      <thead>
        <tr>
          ${headings}
          <th scope="col" class="notes">Notes</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((route) => routeRow(route, calls, most))}
      </tbody>
    </table>
    <p id="nothing" hidden>No route fits the filter.</p>
  </section>`;
}
