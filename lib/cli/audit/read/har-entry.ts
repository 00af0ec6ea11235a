import { WrongShape } from '../../../audit/read-shape';
import type { CompanyIdEvent } from '../../../event';
import { known } from '../../../known';
import { normalizeOptions } from '../../../options';
import { own } from '../../../own';
import { RequestView } from '../../../procore-request';
import { createRequestHandler } from '../../../request-interceptor';
import { createRejectionHandler } from '../../../response-interceptor';
import { Scope } from '../../../scope';
import type { LedgerSettings } from '../ledger';

/** What the plugin would have reported about an exchange in a HAR file. */
export interface Exchange {
  readonly events: readonly CompanyIdEvent[];
  readonly time: number | undefined;
  readonly namesProject: boolean;
  /** The status of the response; 0 if there was none. */
  readonly status: number;
}

const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function pairsOf(value: unknown): [string, string][] {
  return itemsOf(value)
    .filter((item) => typeof own(item, 'name') === 'string')
    .map((item) => [String(own(item, 'name')), String(own(item, 'value') ?? '')]);
}

function bodyOf(request: unknown): string | undefined {
  const postData = own(request, 'postData');
  const text = own(postData, 'text');
  if (typeof text === 'string' && text !== '') return text;
  const params = pairsOf(own(postData, 'params'));
  return params.length > 0 ? new URLSearchParams(params).toString() : undefined;
}

/** The request as axios would have had it. */
function configOf(entry: unknown): Record<string, unknown> {
  const request = own(entry, 'request');
  const method = own(request, 'method');
  const url = own(request, 'url');
  if (typeof method !== 'string') throw new WrongShape('request.method', 'a text');
  if (typeof url !== 'string') throw new WrongShape('request.url', 'a text');
  const headers = Object.fromEntries(
    pairsOf(own(request, 'headers')).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return { method: method.toUpperCase(), url, headers, data: bodyOf(request) };
}

function textOfAnswer(response: unknown): string {
  const content = own(response, 'content');
  const text = String(own(content, 'text') ?? '');
  return own(content, 'encoding') === 'base64' ? Buffer.from(text, 'base64').toString() : text;
}

/** Creates a reader that passes each exchange through the plugin itself, in a dry run. */
export function createHarReader({
  apiHosts,
  serviceAccount,
}: LedgerSettings): (entry: unknown) => Exchange {
  let events: CompanyIdEvent[] = [];
  const options = normalizeOptions({
    apiHosts,
    serviceAccount,
    dryRun: true,
    observe: (event: CompanyIdEvent) => events.push(event),
  });
  const scope = new Scope(options.apiHosts);
  const handleRequest = createRequestHandler({}, options, scope);
  const handleRejection = createRejectionHandler(options, scope);

  function tellAnswer(config: unknown, response: unknown, status: number): void {
    const data = textOfAnswer(response);
    try {
      handleRejection({ config, response: { status, data, config } });
    } catch {
      // The handler rejects with what it was given.
    }
  }

  return (entry) => {
    const config = configOf(entry);
    const response = own(entry, 'response');
    const status = Number(own(response, 'status')) || 0;
    const time = Date.parse(String(own(entry, 'startedDateTime')));
    const request = new RequestView(config);
    events = [];
    if (request.method === 'OPTIONS') {
      // A browser sends preflights by itself: the plugin never sees them.
      events = [known({ type: 'out-of-scope', method: 'OPTIONS', host: request.host } as const)];
    } else {
      handleRequest(config);
      if (status >= 400) tellAnswer(config, response, status);
    }
    return {
      events,
      time: Number.isNaN(time) ? undefined : time,
      namesProject: request.projectId !== undefined,
      status,
    };
  };
}
