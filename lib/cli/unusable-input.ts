/** An input that is not what it says, or that cannot be read. */
export class UnusableInput extends Error {}
