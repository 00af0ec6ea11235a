import { fieldOf } from '../../lib/audit/read-shape';

describe('the name of a field', () => {
  test.each([
    ['', 'calls'],
    ['routes[3]', 'routes[3].calls'],
  ])('that belongs to %j says where it is', (name, expected) => {
    expect(fieldOf({ value: { calls: 1 }, name }, 'calls')).toEqual({ value: 1, name: expected });
  });
});
