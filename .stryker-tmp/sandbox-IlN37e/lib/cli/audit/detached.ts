/** The text alone: what is cut out of a longer text keeps the whole of it in memory. */
// @ts-nocheck

export const detached = (text: string): string => Buffer.from(text).toString();
