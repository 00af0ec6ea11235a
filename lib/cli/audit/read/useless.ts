import { UnusableInput } from '../../unusable-input';
import type { Input } from '../ledger';

/** Refuses an input whose rows are all broken: it is not what its beginning says. */
export function throwIfUseless({ name, used, broken }: Input): void {
  const [example] = broken.examples;
  if (used > 0 || !example) return;
  const count = broken.count === 1 ? 'its one row' : `any of its ${broken.count} rows`;
  throw new UnusableInput(`${name}: cannot read ${count}; ${example.at}, ${example.problem}.`);
}
