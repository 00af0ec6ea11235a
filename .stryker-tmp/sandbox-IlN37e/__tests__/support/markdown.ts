/** A fenced block of code, and what the text says that it prints. */
// @ts-nocheck

export interface CodeBlock {
  readonly language: string;
  readonly code: string;
  /** The line of its first line of code, from 1. */
  readonly line: number;
  /** The block that follows the words "It prints:". */
  readonly output: string | undefined;
}

const FENCED = /^```(\w+)\n([\s\S]*?)^```$(?:\n\nIt prints:\n\n```text\n([\s\S]*?)^```$)?/gm;

export function codeBlocks(markdown: string): CodeBlock[] {
  return [...markdown.matchAll(FENCED)].map(
    ({ 1: language = '', 2: code = '', 3: output, index }) => ({
      language,
      code,
      output,
      line: markdown.slice(0, index).split('\n').length + 1,
    }),
  );
}

/** Where its links lead to. */
export function linkTargets(markdown: string): string[] {
  return [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
}

/** Its own anchors, and those of its headings, as GitHub makes them: a second one of the same text gets a number. */
export function anchors(markdown: string): string[] {
  const seen = new Map<string, number>();
  const own = [...markdown.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => `#${id}`);
  const ofHeadings = [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => {
    const anchor = title
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replace(/ /g, '-');
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    return before === 0 ? `#${anchor}` : `#${anchor}-${before}`;
  });
  return [...own, ...ofHeadings];
}

/** The first cells of the table below a heading, without the marks of code. */
export function firstColumn(markdown: string, heading: string): string[] {
  const section = markdown.split(/^##+ /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  const rows = [...section.matchAll(/^\| *([^|]*?) *\|/gm)].map(([, cell = '']) => cell);
  return rows.slice(2).map((cell) => cell.replace(/`/g, ''));
}
