/** A copy of a text. Without it, a part of a longer text keeps the whole text in memory. */
export const detached = (text: string): string => Buffer.from(text).toString();
