const LONGEST_SHOWN = 40;

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, LONGEST_SHOWN));
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'function') return 'a function';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** The error about an option with an unusable value. */
export const invalidOption = (name: string, expected: string, value: unknown): TypeError =>
  new TypeError(`createProcoreEdge: \`${name}\` must be ${expected}, but it is ${shown(value)}`);

/** The error about an unknown option. */
export function unknownOption(name: string, known: readonly string[]): TypeError {
  const names = known.map((each) => `\`${each}\``).join(', ');
  return new TypeError(
    `createProcoreEdge: unknown option \`${name}\`; the options here are ${names}`,
  );
}

/** The error about two companies, or two projects, with the same id. */
export const repeatedId = (what: string, id: string): TypeError =>
  new TypeError(`createProcoreEdge: \`companies\` must not give two ${what} the same id ${id}`);
