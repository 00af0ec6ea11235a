import type { CompanyIdEventType } from 'axios-procore-company-id';

/** What a source that is merely found names: an id, `'ambiguous'`, or nothing. */
export type Found = string | undefined;

/** Everything that the choice of a company depends on. */
export interface Situation {
  isInScope: boolean;
  isExempt: boolean;
  hasBody: boolean;
  /** `procoreCompanyId` of the call, and of the defaults of the instance. */
  request: unknown;
  instanceDefault: unknown;
  /** The header before the plugin came, as axios has it. */
  header: unknown;
  /** What the resolver comes to: its answer and its label; `undefined` where there is none. */
  resolver: { answer: unknown; source: string } | undefined;
  path: Found;
  query: Found;
  body: Found;
  companyId: unknown;
  onUnresolved: 'send' | 'reject';
  onConflict: 'send' | 'reject';
  checkHeader: boolean;
}

/** What comes of it: the header on the wire, what the observer hears, and the error that the caller gets. */
export interface Choice {
  header?: string | undefined;
  type: CompanyIdEventType;
  companyId?: string | undefined;
  source?: string | undefined;
  reason?: 'unresolved' | 'ambiguous';
  conflict?: boolean;
  code?: string;
}

export const idOf = (value: unknown): string | undefined => {
  const isWritten = ['number', 'bigint', 'string'].includes(typeof value);
  const text = isWritten ? String(value).replace(/^[ \t]+|[ \t]+$/g, '') : '';
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return undefined;
  return /^[1-9][0-9]*$/.test(text) && BigInt(text) < 2n ** 63n ? text : undefined;
};

/** The id in a header: a list of one id is that id. */
export const idInHeader = (value: unknown): Found => {
  const list = (Array.isArray(value) ? value : String(value).split(',')).map(idOf);
  if (list.includes(undefined)) return idOf(value);
  return list.every((id) => id === list[0]) ? list[0] : 'ambiguous';
};

const isBad = (value: unknown): boolean =>
  value !== undefined && value !== null && idOf(value) === undefined;

const failed = (code: string): Choice => ({ type: 'failed', code: `ERR_PROCORE_${code}` });

/** The table of the sources, in order, and what follows from it: written down a second time. */
export function choose(s: Situation): Choice {
  const left = s.header === false || s.header === null ? undefined : s.header;
  const asItWas = left === undefined ? undefined : String(left);
  const given = s.request === undefined ? s.instanceDefault : s.request;
  const named = s.path ?? s.query ?? (s.hasBody ? s.body : undefined);
  const rival = named === 'ambiguous' ? undefined : named;
  const byHand = idInHeader(s.header);
  const send = (value: unknown, source: string, rivals: Found[] = []): Choice => {
    const companyId = idOf(value);
    const conflict = rivals.some((id) => id !== undefined && id !== companyId);
    if (conflict && s.onConflict === 'reject') return failed('COMPANY_ID_CONFLICT');
    return { type: 'resolved', header: companyId, companyId, source, conflict };
  };
  const none = (reason: 'unresolved' | 'ambiguous'): Choice => {
    if (s.isExempt) return { type: 'exempt', header: asItWas };
    const code = s.onUnresolved === 'reject' && { code: 'ERR_PROCORE_UNRESOLVED_COMPANY_ID' };
    return { type: 'unresolved', header: asItWas, reason, ...code };
  };
  if (!s.isInScope) return { type: 'out-of-scope', header: asItWas };
  if (given === false) return { type: 'opted-out' };
  if (isBad(given)) return failed('INVALID_COMPANY_ID');
  if (idOf(given) && idOf(given) !== idOf(s.instanceDefault)) {
    const isChecked = s.checkHeader && byHand !== 'ambiguous';
    return send(given, 'request', [rival, isChecked ? byHand : undefined]);
  }
  if (s.header === false) return { type: 'opted-out' };
  if (byHand === 'ambiguous')
    return { type: 'kept', header: asItWas, source: 'header', conflict: true };
  const beyondCall = (): Choice | undefined => {
    if (named === 'ambiguous') return none('ambiguous');
    if (s.resolver && isBad(s.resolver.answer)) return failed('INVALID_COMPANY_ID');
    if (s.resolver && idOf(s.resolver.answer))
      return send(s.resolver.answer, s.resolver.source, [rival]);
    return named ? send(named, s.path ? 'path' : s.query ? 'query' : 'body') : undefined;
  };
  if (byHand && s.checkHeader) {
    const expected = beyondCall();
    if (expected?.type === 'failed') return expected;
    const kept = send(byHand, 'header', [
      expected?.type === 'resolved' ? expected.companyId : byHand,
    ]);
    return kept.type === 'failed' ? kept : { ...kept, type: 'kept', header: asItWas };
  }
  if (byHand) {
    const conflict = !!rival && rival !== byHand;
    return { type: 'kept', header: asItWas, companyId: byHand, source: 'header', conflict };
  }
  const chosen = beyondCall();
  if (chosen) return chosen;
  if (s.companyId !== undefined) return send(s.companyId, 'default');
  if (s.instanceDefault === false) return none('unresolved');
  if (isBad(s.instanceDefault)) return failed('INVALID_COMPANY_ID');
  return idOf(s.instanceDefault) ? send(s.instanceDefault, 'default') : none('unresolved');
}
