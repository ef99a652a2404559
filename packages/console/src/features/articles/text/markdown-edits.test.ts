import { describe, expect, it } from 'vitest';
import {
  type Editing,
  makeCallout,
  putBlock,
  putInline,
  toggleBold,
  toggleHeading,
  toggleList,
} from './markdown-edits.ts';

/** A text whose selection stands between two bars, or whose caret is one. */
function of(marked: string): Editing {
  const start = marked.indexOf('|');
  const text = marked.replaceAll('|', '');
  const end = marked.lastIndexOf('|');
  return { text, start, end: end === start ? start : end - 1 };
}
const shown = ({ text, start, end }: Editing) =>
  start === end
    ? `${text.slice(0, start)}|${text.slice(start)}`
    : `${text.slice(0, start)}|${text.slice(start, end)}|${text.slice(end)}`;

const cases: [string, (editing: Editing) => Editing, string, string][] = [
  ['bold', toggleBold, 'a |bc| d', 'a **|bc|** d'],
  ['bold taken back', toggleBold, 'a **|bc|** d', 'a |bc| d'],
  ['bold of nothing', toggleBold, 'a |', 'a **|**'],
  ['a heading', toggleHeading, 'x\nWhat| to do\ny', 'x\n## What to do|\ny'],
  ['a heading taken back', toggleHeading, '### What| to do', 'What to do|'],
  ['a list', (it) => toggleList(it, 'bullets'), '|one\ntwo|\nthree', '|- one\n- two|\nthree'],
  ['steps', (it) => toggleList(it, 'steps'), '|one\n- two|', '|1. one\n2. two|'],
  ['steps taken back', (it) => toggleList(it, 'steps'), '|1. one\n2. two|', '|one\ntwo|'],
  ['a list on an empty line', (it) => toggleList(it, 'bullets'), '|', '- |'],
  ['a line that is not meant', (it) => toggleList(it, 'bullets'), '|one\n|two', '|- one|\ntwo'],
  ['a link', (it) => putInline(it, '[b](../../c/b)'), 'see |b|.', 'see [b](../../c/b)|.'],
  ['a callout', (it) => makeCallout(it, 'WARNING'), 'Do not| send', '> [!WARNING]\n> Do not send|'],
  ['a table', (it) => putBlock(it, '| a |', 'a'), 'x', 'x\n\n| |a| |\n'],
  ['a table between', (it) => putBlock(it, 'TABLE', 'TABLE'), 'x|\n\ny', 'x\n\n|TABLE|\n\ny'],
  ['a table on an empty line', (it) => putBlock(it, 'TABLE', 'TABLE'), 'x\n|\ny', 'x\n\n|TABLE|\n\ny'],
];

describe('the toolbar', () => {
  it.each(cases)('makes %s', (_, edit, before, after) => {
    const caret = before.includes('|') ? before : `${before}|`;
    expect(shown(edit(of(caret)))).toBe(after);
  });
});
