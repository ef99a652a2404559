import type { Editing } from './markdown-edits.ts';

/**
 * Puts an edited text into a field as if it had been typed, so that the browser's undo takes it back; only what differs is replaced.
 * A browser that does not type for us gets the text by `onChange`.
 */
export function putText(
  field: HTMLTextAreaElement,
  { text, start, end }: Editing,
  onChange: (text: string) => void,
): void {
  const before = field.value;
  let head = 0;
  while (head < before.length && head < text.length && before[head] === text[head]) head++;
  let tail = 0;
  const rest = Math.min(before.length, text.length) - head;
  while (tail < rest && before.at(-1 - tail) === text.at(-1 - tail)) tail++;
  const inserted = text.slice(head, text.length - tail);
  field.focus();
  field.setSelectionRange(head, before.length - tail);
  if (before !== text) {
    // A dialog that still closes may keep the focus: what is typed then would land in it.
    const typed =
      document.activeElement === field &&
      (inserted ? document.execCommand('insertText', false, inserted) : document.execCommand('delete'));
    if (!typed) onChange(text);
  }
  // After React has put the text in place.
  requestAnimationFrame(() => field.setSelectionRange(start, end));
}
