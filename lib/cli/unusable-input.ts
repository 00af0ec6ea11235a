/** An input cannot be read, or is not what it claims to be. */
export class UnusableInput extends Error {}
