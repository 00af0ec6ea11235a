import { createHash } from 'crypto';
import { basename } from 'path';
import { plural, showShare } from '../../../audit/columns';
import { callsWith, type Group, GROUPS } from '../../../audit/groups';
import { sectionsOf } from '../../../audit/sections';
import { headlines } from '../../../audit/totals';
import type { Listing } from '../listing';
import { noticeLines } from '../notices';
import { pageAssets } from '../page/assets';
import { guideFor } from './guide';
import { routeTable } from './html-routes';
import { html, Markup, withCode } from './markup';
import { periodText, summaryLines } from './summary';

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** An element that holds exactly this text, because the policy names its hash. */
const element = (name: 'style' | 'script', text: string): Markup =>
  new Markup(`<${name}>${text}</${name}>`);

/** The page can run its own script, and nothing else: no request, no form, no other script. */
function policy(): string {
  const { script, style } = pageAssets;
  const only = `style-src ${hashOf(style)}; script-src ${hashOf(script)}`;
  return `default-src 'none'; ${only}; base-uri 'none'; form-action 'none'`;
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (part / whole) * 100);

/** The share of each group in one bar. It uses attributes, because the policy allows no inline style. */
function stackedBar({ calls, counts }: Listing): Markup {
  let start = 0;
  const parts = GROUPS.map(({ name }) => {
    const width = percent(counts[name], calls);
    const part = html`<rect class="${name}" x="${start}%" width="${width}%" height="100%" />`;
    start += width;
    return part;
  });
  return html`<svg class="stack" aria-hidden="true">${parts}</svg>`;
}

/** What helps with a group, folded up. */
function guideOf(group: Group): Markup {
  const guide = guideFor(group);
  if (!guide) return html``;
  return html`<details>
    <summary>Show the code</summary>
    <pre><code>${guide.code.join('\n')}</code></pre>
    <a href="${guide.url}" rel="noreferrer">${guide.page}</a>
  </details>`;
}

/** A group with what to do about it. */
function groupItem(group: Group, { calls, counts }: Listing): Markup {
  const count = counts[group.name];
  return html`<li class="${group.name}">
    <b>${showShare(count, calls)}</b>
    <div>
      <strong>${plural(count, 'call')}. ${group.title}: ${group.needs}</strong>
      <p>${withCode(group.advice)}</p>
      ${guideOf(group)}
    </div>
  </li>`;
}

function totals(listing: Listing): Markup {
  const { calls, counts, listed } = listing;
  const todo = callsWith('todo', counts);
  const shown = new Set(sectionsOf(listed).map(({ group }) => group));
  const groups = GROUPS.filter((group) => counts[group.name] > 0 || shown.has(group));
  return html`<section aria-label="Totals">
    <p class="figure ${todo > 0 ? 'todo' : 'done'}">
      <b>${showShare(todo, calls)}</b>
      <span>${headlines(counts, calls).map((line) => html`${line} `)}</span>
    </p>
    ${stackedBar(listing)}
    <ul class="totals">
      ${groups.map((group) => groupItem(group, listing))}
    </ul>
  </section>`;
}

function notices(listing: Listing, failure: readonly string[]): Markup {
  const lines = [...summaryLines(listing), ...noticeLines(listing), ...failure];
  if (lines.length === 0) return html``;
  return html`<ul class="notices">
    ${lines.map((line) => html`<li>${line.trim()}</li>`)}
  </ul>`;
}

function header({ inputs, calls, listed, period }: Listing, days: string): Markup {
  const names = inputs.map(({ name }) => name).join(', ');
  const facts = [
    names,
    period.first === undefined ? '' : days,
    plural(calls, 'call'),
    plural(listed.length, 'route'),
  ];
  return html`<header>
    <h1>Company ids of Procore calls</h1>
    <p>${facts.filter(Boolean).join(' · ')}</p>
  </header>`;
}

/**
 * A listing as one page that loads nothing.
 *
 * @param failure - why the command ends with exit code 1, if it does
 */
export function toHtml(given: Listing, failure: readonly string[]): string {
  const { script, style } = pageAssets;
  // People pass the page on, and folder names may be private.
  const inputs = given.inputs.map((input) => ({ ...input, name: basename(input.name) }));
  const listing = { ...given, inputs };
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy()}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>Company ids of Procore calls</title>
        ${element('style', style)}
      </head>
      <body>
        <main>
          ${header(listing, periodText(listing))} ${totals(listing)} ${notices(listing, failure)}
          ${routeTable(listing)}
        </main>
        ${element('script', script)}
      </body>
    </html> `.text;
}
