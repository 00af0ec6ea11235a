import type { AuditFinding } from '../../audit/finding';
import { DOCUMENTED_OPERATIONS } from './documented-operations';

/** What the documentation says about an operation, or about similar ones. */
export interface Documented {
  readonly finding: AuditFinding;
  readonly knownFrom: 'documented' | 'similar';
}

interface Table {
  readonly byOperation: ReadonlyMap<string, AuditFinding>;
  /** The findings of all operations of a route, and of all below its first segment. */
  readonly byPlace: ReadonlyMap<string, ReadonlySet<AuditFinding>>;
}

const VERSION = /^\/(?:rest\/v\d+(?:\.\d+)?|vapid)\//;
const READING = ['GET', 'HEAD', 'DELETE'];

/** Methods that read have the company in the query, and those that write in the body: similar all the same. */
const commonOf = (finding: AuditFinding): AuditFinding => (finding === 'body' ? 'query' : finding);

const firstSegment = (route: string): string => `${route.split('/', 1)[0]}/`;

function readTable(): Table {
  const byOperation = new Map<string, AuditFinding>();
  const byPlace = new Map<string, Set<AuditFinding>>();
  let finding: AuditFinding = 'default';
  for (const line of DOCUMENTED_OPERATIONS.trim().split('\n')) {
    const [methods, route] = line.split(' ') as [string, string?];
    if (route === undefined) {
      finding = methods.slice(0, -1) as AuditFinding;
      continue;
    }
    for (const method of methods.split(',')) byOperation.set(`${method} ${route}`, finding);
    for (const place of [route, firstSegment(route)]) {
      byPlace.set(place, (byPlace.get(place) ?? new Set()).add(commonOf(finding)));
    }
  }
  return { byOperation, byPlace };
}

/** A lookup in the documented operations. */
export function createDocumentation(): (method: string, route: string) => Documented | undefined {
  const { byOperation, byPlace } = readTable();

  function similar(method: string, place: string): Documented | undefined {
    const findings = [...(byPlace.get(place) ?? [])];
    const [finding] = findings;
    if (finding === undefined || findings.length > 1) return undefined;
    const isWritten = finding === 'query' && !READING.includes(method);
    return { finding: isWritten ? 'body' : finding, knownFrom: 'similar' };
  }

  return (method, route) => {
    const short = route.replace(VERSION, '');
    const finding = byOperation.get(`${method} ${short}`);
    if (finding !== undefined) return { finding, knownFrom: 'documented' };
    return similar(method, short) ?? similar(method, firstSegment(short));
  };
}
