const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML that is already escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

type Content = string | number | Markup | readonly Markup[];

function render(content: Content): string {
  if (content instanceof Markup) return content.text;
  if (typeof content === 'string')
    return content.replace(/[&<>"']/g, (char) => String(ENTITIES[char]));
  return typeof content === 'number' ? String(content) : content.map(({ text }) => text).join('');
}

/** The text of a template without its indentation. */
const unindented = (text: string): string => text.replace(/\n\s+/g, '\n');

/** HTML that escapes every value, unless the value is HTML itself. */
export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(
    strings
      .map(unindented)
      .reduce((text, each, index) => text + render(contents[index - 1] as Content) + each),
  );
}

/** A text in which backticks enclose code. */
export const withCode = (text: string): Markup[] =>
  text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
