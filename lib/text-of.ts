/** A value as text, as axios itself would write it. What is absent, or cannot be turned into text, is empty. */
export function textOf(value: unknown): string {
  try {
    return String(value ?? '');
  } catch {
    return '';
  }
}
