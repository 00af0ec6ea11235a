// Takes the pictures of the documentation: the page of an audit, and what `npm run demo` really prints, with its colours, on a light background. The text goes beside it, so that
// a test can tell when the picture is out of date. It needs Chromium, at /usr/bin/chromium or where CHROMIUM says.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

import { AnsiUp } from 'ansi_up';
import { chromium } from 'playwright-core';
import sharp from 'sharp';

const FOLDER = 'docs/images';
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const STYLE = `
  body { margin: 0; background: #ffffff; }
  main { display: inline-block; padding: 20px 24px; border: 2px solid #d0d7de; border-radius: 8px; }
  pre { margin: 0; font: 14px/20px 'DejaVu Sans Mono', Menlo, Consolas, monospace; color: #1f2328; }
  .ansi-red-fg { color: #c0262d; }
  .ansi-green-fg { color: #1a7f37; }
  .ansi-yellow-fg { color: #9a6700; }
  .ansi-cyan-fg { color: #0550ae; font-weight: bold; }
  [style*='opacity'] { opacity: 1 !important; color: #6e7781; }
`;

/** What a program prints on a terminal with colours. */
function printed(file) {
  const colors = 'data:text/javascript,process.stdout.hasColors=()=>true';
  return execFileSync(process.execPath, ['--import', colors, file], { encoding: 'utf8' });
}

function pageOf(text) {
  const ansi = new AnsiUp();
  ansi.use_classes = true;
  const html = ansi.ansi_to_html(text.trimEnd());
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><main><pre>${html}</pre></main>`;
}

/** The same picture with a palette: a third of the bytes. */
const smaller = (picture, colours) =>
  sharp(picture).png({ palette: true, colours, dither: 0, effort: 10 }).toBuffer();

async function takePicture(browser, html, file, { colours, ...size }) {
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: 1.5 });
  await page.setContent(html);
  writeFileSync(file, await smaller(await page.locator('main').screenshot(), colours));
  await page.close();
}

/** The page that the command makes of the example of a report. */
function auditPage() {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'audit-')), 'audit.html');
  const report = 'examples/api-call-activity-report.csv';
  execFileSync(process.execPath, ['dist/cli/bin.js', 'audit', report, '--html', file]);
  return readFileSync(file, 'utf8');
}

mkdirSync(FOLDER, { recursive: true });
// As root Chromium has no sandbox. The page is ours, and asks for nothing.
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  chromiumSandbox: false,
  // Grey edges of letters take half the bytes of coloured ones.
  args: ['--disable-lcd-text'],
});
try {
  const text = printed('examples/demo.mjs');
  await takePicture(browser, pageOf(text), `${FOLDER}/demo.png`, {
    width: 1600,
    height: 900,
    colours: 16,
  });
  writeFileSync(`${FOLDER}/demo.txt`, stripVTControlCharacters(text));
  await takePicture(browser, auditPage(), `${FOLDER}/audit.png`, {
    width: 1100,
    height: 900,
    colours: 32,
  });
} finally {
  await browser.close();
}
