// @ts-nocheck
import { createHash } from 'crypto';
import { basename } from 'path';
import { showCount, showShare } from '../../../audit/columns';
import { callsIn, GROUPS } from '../../../audit/totals';
import type { Listing } from '../listing';
import { noticeLines } from '../notices';
import { pageAssets } from '../page/assets';
import { routeTable } from './html-routes';
import { html, Markup } from './markup';
import { periodText, summaryLines } from './summary';

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** An element that holds the text and not a space more, as the policy names its hash. */
const element = (name: 'style' | 'script', text: string): Markup =>
  new Markup(`<${name}>${text}</${name}>`);

/** The page may do nothing but run its own script: no request, no form, no other script. */
function policy({ script, style }: typeof pageAssets): string {
  const only = `style-src ${hashOf(style)}; script-src ${hashOf(script)}`;
  return `default-src 'none'; ${only}; base-uri 'none'; form-action 'none'`;
}

/** The calls of each group, one beside the other. Attributes, as the policy allows no inline style. */
function stackedBar(listing: Listing): Markup {
  const { calls } = listing;
  let start = 0;
  const parts = GROUPS.map((group) => {
    const width = calls === 0 ? 0 : (callsIn(group, listing) / calls) * 100;
    const part = html`<rect class="${group.name}" x="${start}%" width="${width}%" height="100%" />`;
    start += width;
    return part;
  });
  return html`<svg class="stack" aria-hidden="true">${parts}</svg>`;
}

function totals(listing: Listing): Markup {
  const { calls } = listing;
  const items = GROUPS.filter((group) => callsIn(group, listing) > 0).map((group) => {
    const count = callsIn(group, listing);
    return html`<li class="${group.name}">
      <b>${showShare(count, calls)}</b>
      <span>${showCount(count)} calls ${group.text}</span>
    </li>`;
  });
  return html`<section aria-label="Totals">
    <p class="figure">
      <b>${showShare(callsIn(GROUPS[0], listing), calls)}</b>
      <span>of calls name their company themselves: attaching the plugin is enough.</span>
    </p>
    ${stackedBar(listing)}
    <ul class="totals">
      ${items}
    </ul>
  </section>`;
}

function notices(listing: Listing): Markup {
  const lines = [
    ...summaryLines(listing).filter((line) => !line.startsWith('Period')),
    ...noticeLines(listing),
  ];
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
    `${showCount(calls)} calls`,
    `${showCount(listed.length)} routes`,
  ];
  return html`<header>
    <h1>Company ids of Procore calls</h1>
    <p>${facts.filter(Boolean).join(' · ')}</p>
  </header>`;
}

/** A listing as one page that needs nothing else, from nowhere. */
export function toHtml(given: Listing, assets = pageAssets): string {
  const { script, style } = assets;
  // Without their folders, as a page is handed around.
  const inputs = given.inputs.map((input) => ({ ...input, name: basename(input.name) }));
  const listing = { ...given, inputs };
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy(assets)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>Company ids of Procore calls</title>
        ${element('style', style)}
      </head>
      <body>
        <main>
          ${header(listing, periodText(listing))} ${totals(listing)} ${notices(listing)}
          ${routeTable(listing)}
        </main>
        ${element('script', script)}
      </body>
    </html> `.text;
}
