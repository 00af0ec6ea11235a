// @ts-nocheck
import { shapeProblem } from '../../../../lib/cli/audit/read/shape-problem';

test('an error that is not about the shape of an input is thrown', () => {
  const bug = new TypeError('undefined is not a function');

  expect(() =>
    shapeProblem(() => {
      throw bug;
    }),
  ).toThrow(bug);
});
