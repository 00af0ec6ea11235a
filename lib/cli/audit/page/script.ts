// Runs in the page: filters and sorts the rows that are there.
type Order = 'ascending' | 'descending';

const byId = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

const body = document.querySelector('tbody') as HTMLTableSectionElement;
const rows = [...body.rows];
const headings = [...document.querySelectorAll<HTMLTableCellElement>('th[data-key]')];
const boxes = [...document.querySelectorAll<HTMLInputElement>('#controls input[type=checkbox]')];
const search = byId('search') as HTMLInputElement;
const order = byId('order') as HTMLSelectElement;
const shown = byId('shown') as HTMLOutputElement;
const nothing = byId('nothing');
const section = byId('routes');
/** The order in which the page arrives: what needs the most work first. */
const places = new Map(rows.map((row, index) => [row, index]));
const texts = new Map(rows.map((row) => [row, row.innerText.toLowerCase()]));
/** The path comes before the method, so that calls to one resource are next to each other. */
const routes = new Map(
  rows.map((row) => {
    const path = row.querySelector('.route code')?.textContent ?? '';
    return [row, `${path} ${row.querySelector('.route')?.textContent ?? ''}`];
  }),
);

/** Without this, a page that gets shorter than the screen would scroll, and the filter would move. */
function keepHeight(): void {
  const { style, offsetHeight } = section;
  if (style.minHeight === '') style.minHeight = `${Math.min(offsetHeight, innerHeight)}px`;
}

function filter(): void {
  keepHeight();
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = boxes.filter((box) => box.checked).map((box) => box.value);
  let count = 0;
  for (const row of rows) {
    const text = texts.get(row) ?? '';
    row.hidden =
      !groups.includes(row.dataset.group ?? '') || !words.every((word) => text.includes(word));
    if (!row.hidden) count++;
  }
  shown.value = `${count.toLocaleString('en-US')} of ${rows.length.toLocaleString('en-US')} routes`;
  nothing.hidden = count > 0;
  if (count === rows.length) section.style.minHeight = '';
}

function compare(key: string): (a: HTMLTableRowElement, b: HTMLTableRowElement) => number {
  if (key === 'route') {
    return (a, b) => ((routes.get(a) ?? '') < (routes.get(b) ?? '') ? -1 : 1);
  }
  return (a, b) => Number(a.dataset[key]) - Number(b.dataset[key]);
}

function sort(key: string, direction: Order): void {
  const sign = direction === 'ascending' ? 1 : -1;
  const ascending = compare(key);
  rows.sort((a, b) => sign * ascending(a, b) || (places.get(a) ?? 0) - (places.get(b) ?? 0));
  body.append(...rows);
  for (const heading of headings) {
    if (heading.dataset.key === key) heading.setAttribute('aria-sort', direction);
    else heading.removeAttribute('aria-sort');
  }
  order.value = key;
}

const firstOrder = (key: string): Order =>
  headings.find((heading) => heading.dataset.key === key)?.dataset.order as Order;

for (const heading of headings) {
  const key = heading.dataset.key ?? '';
  heading.querySelector('button')?.addEventListener('click', () => {
    const current = heading.getAttribute('aria-sort');
    const opposite = current === 'ascending' ? 'descending' : 'ascending';
    sort(key, current === null ? firstOrder(key) : opposite);
  });
}
search.addEventListener('input', filter);
for (const box of boxes) box.addEventListener('change', filter);
order.addEventListener('change', () => {
  sort(order.value, firstOrder(order.value));
});
byId('controls').addEventListener('submit', (event) => {
  event.preventDefault();
});

byId('controls').hidden = false;
sort('need', 'descending');
filter();
