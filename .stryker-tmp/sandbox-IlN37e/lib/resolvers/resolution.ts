// @ts-nocheck
import { own } from '../own';
import type { CompanyIdResolver, Resolution } from './resolver';

export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof (value as Promise<unknown> | null | undefined)?.then === 'function';

/** The id in an answer, unchecked, and its label. */
export function readResolution(
  answer: Resolution,
  resolver: CompanyIdResolver | undefined,
): { companyId: unknown; source: string } {
  const isLabelled = Object.keys(Object(answer) as object).includes('companyId');
  const label = isLabelled ? own(answer, 'source') : undefined;
  return {
    companyId: isLabelled ? own(answer, 'companyId') : answer,
    source: String(label ?? own(resolver, 'source') ?? 'resolver'),
  };
}
