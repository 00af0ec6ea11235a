import fc from 'fast-check';
import { align, wrap } from '../../lib/audit/layout';

describe('wrap', () => {
  test.each([
    ['breaks after spaces', 'one two three', 9, ['one two', 'three']],
    ['counts no space at the end of a line', 'one two three', 7, ['one two', 'three']],
    ['breaks after slashes', 'GET /rest/v1.0/projects', 15, ['GET /rest/v1.0/', 'projects']],
    ['cuts what is too long for a line', 'abcdefgh ij', 3, ['abc', 'def', 'gh', 'ij']],
    ['leaves a text that fits as it is', 'one two', 7, ['one two']],
    [
      'leaves all texts as they are where there is no limit',
      'one two/three',
      Infinity,
      ['one two/three'],
    ],
    ['makes one line of nothing', '', 10, ['']],
  ])('%s', (_, text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  test('keeps all but spaces, and no line is too long', () => {
    const text = fc
      .array(fc.constantFrom('a', 'bc', '/', ' ', 'defg'))
      .map((parts) => parts.join(''));

    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 12 }), (given, width) => {
        const lines = wrap(given, width);

        expect(lines.join('').replace(/ /g, '')).toBe(given.replace(/ /g, ''));
        expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
      }),
    );
  });
});

test('align puts numbers to the right, and ends no line with a space', () => {
  expect(
    align(
      [
        ['7', 'a', ''],
        ['1,500', 'bc', 'd'],
      ],
      [0],
    ),
  ).toEqual(['    7  a', '1,500  bc  d']);
});
