import { readOwn } from '../own-properties';
import type { CompanyIdResolver, Resolution } from './resolver';

/** An answer of a resolver: the id is not checked yet. */
interface Answer {
  readonly companyId: unknown;
  readonly source: string;
  /** Another company that another source names. */
  readonly conflictsWith: { readonly companyId: string; readonly source: string } | undefined;
}

/** The id in an answer, its label, and what contradicts it. */
export function readResolution(
  answer: Resolution,
  resolver: CompanyIdResolver | undefined,
): Answer {
  const isLabelled = Object.keys(Object(answer) as object).includes('companyId');
  const label = isLabelled ? readOwn(answer, 'source') : undefined;
  return {
    companyId: isLabelled ? readOwn(answer, 'companyId') : answer,
    source: String(label ?? readOwn(resolver, 'source') ?? 'resolver'),
    conflictsWith: (isLabelled
      ? readOwn(answer, 'conflictsWith')
      : undefined) as Answer['conflictsWith'],
  };
}
