import { countEvent, type CallFacts } from '../../audit/count-event';
import { mergeRoute } from '../../audit/merge';
import type { ReadRoute } from '../../audit/read-route';
import { Tally } from '../../audit/tally';
import { BrokenRows } from './broken-rows';
import { createRouteJudge, type RouteJudge } from './judge-route';
import { ReportedCalls, type ReportRow } from './reported-calls';

/** What an input is: Procore's report, recorded events, a report of an audit, or a HAR file. */
export type InputKind = 'report' | 'events' | 'har';

/** One input, and how much of it was read. */
export interface Input {
  readonly name: string;
  kind: InputKind;
  /** How many rows, lines or entries could be used. */
  used: number;
  /** How many of them have a date that cannot be read. */
  undated: number;
  readonly broken: BrokenRows;
}

/** The settings of a ledger. */
export interface LedgerSettings {
  readonly serviceAccount: boolean;
  /** Hosts that are the API besides Procore's own. */
  readonly apiHosts: readonly string[];
}

const MOST_ROUTES = 10_000;

/** What all inputs say, in bounded memory. */
export class Ledger {
  readonly inputs: Input[] = [];
  readonly judge: RouteJudge;
  /** Recorded calls, from events and HAR files. */
  readonly tally: Tally;
  /** Calls that Procore's reports count. */
  readonly reported: ReportedCalls;

  constructor(readonly settings: LedgerSettings) {
    const { serviceAccount } = settings;
    const judge = createRouteJudge(serviceAccount);
    this.judge = judge;
    this.reported = new ReportedCalls(judge, MOST_ROUTES);
    this.tally = new Tally({
      maxRoutes: MOST_ROUTES,
      serviceAccount,
      namesProject: (method, route) => judge(method, route).finding === 'project',
    });
  }

  open(name: string, kind: InputKind): Input {
    const input = { name, kind, used: 0, undated: 0, broken: new BrokenRows() };
    this.inputs.push(input);
    return input;
  }

  addRow(row: ReportRow): void {
    this.reported.add(row);
  }

  /** @returns whether it is an event */
  addEvent(event: unknown, facts: CallFacts): boolean {
    return countEvent(this.tally, event, facts);
  }

  addRoute(route: ReadRoute): void {
    mergeRoute(this.tally, route);
  }
}
