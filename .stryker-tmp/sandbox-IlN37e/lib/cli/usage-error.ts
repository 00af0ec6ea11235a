/** A command line that cannot be understood. */
// @ts-nocheck

export class UsageError extends Error {}
