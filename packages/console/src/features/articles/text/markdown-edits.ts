/** What stands in the field, and what of it is selected. */
export interface Editing {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const linesOf = ({ text, start, end }: Editing): [number, number] => {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  // A selection that ends at the beginning of a line does not mean that line.
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const to = text.indexOf('\n', last);
  return [from, to === -1 ? text.length : to];
};

function replaceLines(editing: Editing, change: (lines: string[]) => string[]): Editing {
  const [from, to] = linesOf(editing);
  const next = change(editing.text.slice(from, to).split('\n')).join('\n');
  return {
    text: editing.text.slice(0, from) + next + editing.text.slice(to),
    start: from === from + next.length ? from : from + (editing.start === editing.end ? next.length : 0),
    end: from + next.length,
  };
}

const list = /^\s*(?:[-*]|\d+\.)\s+/;

/** Makes list entries of the selected lines, or lines of a list that it is already. */
export function toggleList(editing: Editing, kind: 'bullets' | 'steps'): Editing {
  return replaceLines(editing, (lines) => {
    const own = kind === 'steps' ? /^\s*\d+\.\s+/ : /^\s*[-*]\s+/;
    if (lines.every((line) => own.test(line))) return lines.map((line) => line.replace(own, ''));
    return lines.map(
      (line, index) => `${kind === 'steps' ? `${index + 1}.` : '-'} ${line.replace(list, '')}`,
    );
  });
}

/** Makes a heading of the line, or a plain line of one. The title stands above: those within are of the second level. */
export function toggleHeading(editing: Editing): Editing {
  return replaceLines(editing, ([first = '', ...rest]) => {
    const plain = first.replace(/^#{1,6}\s+/, '');
    return [plain === first ? `## ${first}` : plain, ...rest];
  });
}

/** Makes what is selected strong, or no longer. */
export function toggleBold({ text, start, end }: Editing): Editing {
  const selected = text.slice(start, end);
  if (text.slice(start - 2, start) === '**' && text.slice(end, end + 2) === '**') {
    return {
      text: text.slice(0, start - 2) + selected + text.slice(end + 2),
      start: start - 2,
      end: end - 2,
    };
  }
  return {
    text: `${text.slice(0, start)}**${selected}**${text.slice(end)}`,
    start: start + 2,
    end: end + 2,
  };
}

/** Puts something in the place of what is selected; the caret goes behind it. */
export function putInline({ text, start, end }: Editing, inserted: string): Editing {
  const caret = start + inserted.length;
  return { text: text.slice(0, start) + inserted + text.slice(end), start: caret, end: caret };
}

/** Puts a block behind the line of the caret, an empty line before and after it; `select` of it is selected. */
export function putBlock(editing: Editing, block: string, select: string): Editing {
  const { text } = editing;
  const [from, to] = linesOf(editing);
  const empty = text.slice(from, to).trim() === '';
  const before = text.slice(0, empty ? from : to).replace(/\n*$/, '');
  const after = text.slice(to).replace(/^\n*/, '');
  const lead = before === '' ? '' : `${before}\n\n`;
  const start = lead.length + Math.max(0, block.indexOf(select));
  return {
    text: `${lead}${block}\n${after === '' ? '' : `\n${after}`}`,
    start,
    end: start + select.length,
  };
}

export const calloutKinds = ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'] as const;
export type CalloutKind = (typeof calloutKinds)[number];

/** Makes a callout of the selected lines. */
export function makeCallout(editing: Editing, kind: CalloutKind): Editing {
  return replaceLines(editing, (lines) => [
    `> [!${kind}]`,
    ...lines.map((line) => `> ${line.replace(/^>\s?/, '')}`),
  ]);
}
