import { readRoute } from '../../../audit/read-route';
import { UnusableInput } from '../../unusable-input';
import type { Input, Ledger } from '../ledger';
import { createHarReader, type Exchange } from './har-entry';
import { type JsonItem, readJsonItems } from './json-items';
import { shapeProblem } from './shape-problem';
import { throwIfUseless } from './useless';

/** The items, and what identifies a HAR file or a report without items. */
const PATHS = ['$.log.entries.*', '$.log.version', '$.log.creator', '$.audit', '$.routes.*'];

function countExchange(ledger: Ledger, exchange: Exchange): void {
  const { events, time, namesProject, status } = exchange;
  for (const event of events) {
    // The status is counted below, even when the plugin reports nothing about the response.
    ledger.addEvent({ ...event, status: undefined }, { time, namesProject });
  }
  const [first] = events;
  if (!first || (status > 0 && status < 400)) return;
  const { failures } = ledger.tally.at(first.method, first.route, first.host);
  failures.add(status > 0 ? String(status) : 'no answer', 1);
}

/** Reads the items of both kinds of documents. The first item shows which kind it is. */
function createItemReader(input: Input, ledger: Ledger): (item: JsonItem) => boolean {
  const readExchange = createHarReader(ledger.settings);
  let isReport = false;

  return ({ path, value, index }) => {
    if (path === 'log.entries') {
      countExchange(ledger, readExchange(value));
    } else if (path === 'routes' && isReport) {
      ledger.addRoute(readRoute({ value, name: `routes[${index}]` }));
    } else {
      isReport ||= path === '' && value === 1;
      if (isReport) input.kind = 'events';
      return isReport || path === 'log';
    }
    input.used++;
    return true;
  };
}

/** Reads a HAR file, or the report of an audit as one JSON document. */
export async function readDocument(
  input: Input,
  text: AsyncIterable<string>,
  ledger: Ledger,
): Promise<void> {
  const read = createItemReader(input, ledger);
  const known = new Set<boolean>();
  await readJsonItems(input.name, text, PATHS, (item) => {
    const problem = shapeProblem(() => known.add(read(item)));
    if (problem !== undefined) input.broken.add(`entry ${item.index + 1}`, problem);
  });
  throwIfUseless(input);
  if (!known.has(true)) {
    throw new UnusableInput(
      `${input.name} is JSON, but neither a HAR file (expected "log.entries") nor the report of an audit (expected "audit": 1).`,
    );
  }
}
