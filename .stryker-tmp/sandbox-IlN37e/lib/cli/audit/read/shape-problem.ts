// @ts-nocheck
import { WrongShape } from '../../../audit/read-shape';

/** Reads one item of an input. What is wrong with its shape is told, without its text; any other error is thrown. */
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
