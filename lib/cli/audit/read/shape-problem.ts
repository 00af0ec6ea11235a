import { WrongShape } from '../../../audit/read-shape';

/** Reads one item of an input, and returns what is wrong with its shape, without its text. Other errors are thrown. */
export function shapeProblem(read: () => void): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (!(error instanceof WrongShape)) throw error;
    const { field, expected } = error;
    return field === '' ? `expected ${expected}` : `field "${field}": expected ${expected}`;
  }
}
