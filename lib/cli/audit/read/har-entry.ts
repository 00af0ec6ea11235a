import { WrongShape } from '../../../audit/read-shape';
import type { CompanyIdEvent } from '../../../observe';
import { withoutUndefined } from '../../../own-properties';
import { normalizeOptions } from '../../../options';
import { readOwn } from '../../../own-properties';
import { RequestView } from '../../../request/request-view';
import { createRequestHandler } from '../../../request/handle-request';
import { createRejectionHandler } from '../../../response/handle-response';
import { Scope } from '../../../request/scope';
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
    .filter((item) => typeof readOwn(item, 'name') === 'string')
    .map((item) => [String(readOwn(item, 'name')), String(readOwn(item, 'value') ?? '')]);
}

function bodyOf(request: unknown): string | undefined {
  const postData = readOwn(request, 'postData');
  const text = readOwn(postData, 'text');
  if (typeof text === 'string' && text !== '') return text;
  const params = pairsOf(readOwn(postData, 'params'));
  return params.length > 0 ? new URLSearchParams(params).toString() : undefined;
}

/** The request as axios would have had it. */
function configOf(entry: unknown): Record<string, unknown> {
  const request = readOwn(entry, 'request');
  const method = readOwn(request, 'method');
  const url = readOwn(request, 'url');
  if (typeof method !== 'string') throw new WrongShape('request.method', 'a text');
  if (typeof url !== 'string') throw new WrongShape('request.url', 'a text');
  const headers = Object.fromEntries(
    pairsOf(readOwn(request, 'headers')).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return { method: method.toUpperCase(), url, headers, data: bodyOf(request) };
}

function textOfAnswer(response: unknown): string {
  const content = readOwn(response, 'content');
  const text = String(readOwn(content, 'text') ?? '');
  return readOwn(content, 'encoding') === 'base64' ? Buffer.from(text, 'base64').toString() : text;
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
  const handleRejection = createRejectionHandler(options);

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
    const response = readOwn(entry, 'response');
    const status = Number(readOwn(response, 'status')) || 0;
    const time = Date.parse(String(readOwn(entry, 'startedDateTime')));
    const request = new RequestView(config);
    events = [];
    if (request.method === 'OPTIONS') {
      // The browser's own question before a call, which no plugin sees.
      events = [
        withoutUndefined({ type: 'out-of-scope', method: 'OPTIONS', host: request.host } as const),
      ];
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
