const LABEL = /^[a-z][a-z-]{0,29}$/i;

/** Stands for labels that are not shown. */
export const OTHER_LABEL = 'resolver';

/** A resolver's label may hold anything, even the name of a customer, so only a plain word is shown. */
export function sourceLabel(source: unknown): string | undefined {
  if (source === undefined || source === null) return undefined;
  return typeof source === 'string' && LABEL.test(source) ? source : OTHER_LABEL;
}
