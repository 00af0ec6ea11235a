// @ts-nocheck
const LABEL = /^[a-z][a-z-]{0,29}$/i;

/** Stands for the labels that are not shown. */
export const OTHER_LABEL = 'resolver';

/** The label of a resolver may hold anything, a tenant's name included: only a plain word is shown. */
export function sourceLabel(source: unknown): string | undefined {
  if (source === undefined || source === null) return undefined;
  return typeof source === 'string' && LABEL.test(source) ? source : OTHER_LABEL;
}
