/** An input that is not what it says, or that cannot be read. */
// @ts-nocheck

export class UnusableInput extends Error {}
