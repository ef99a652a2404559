import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect, useId, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { cx } from '../../../ui/cx.ts';
import { type BlockChoice, useBlockChoices } from './block-choices.tsx';
import type { EditorDialog } from './editor-dialogs.tsx';

interface SlashMenuProps {
  editor: Editor;
  openDialog: (dialog: EditorDialog) => void;
}

/** What can be put in, behind a slash at the beginning of a line; the letters after it narrow the choice. */
export function SlashMenu({ editor, openDialog }: SlashMenuProps) {
  const t = useT();
  const id = useId();
  const all = useBlockChoices(openDialog);
  const [active, setActive] = useState(0);
  /** What was typed when it was closed: it stays closed for that. */
  const [closedAt, setClosedAt] = useState<string | null>(null);
  const typed = useEditorState({ editor, selector: ({ editor: it }) => typedAfterSlash(it) });
  const found = all.filter(({ label }) => label.toLowerCase().includes((typed ?? '').toLowerCase()));
  const open = typed !== null && typed !== closedAt && found.length > 0;
  const chosen = found[Math.min(active, found.length - 1)];

  useEffect(() => {
    if (!open || !chosen) return undefined;
    // Not before: until the editor is mounted it has no view to ask for.
    const { dom } = editor.view;
    const choose = (choice: BlockChoice) => {
      const { from } = editor.state.selection;
      editor
        .chain()
        .deleteRange({ from: from - (typed ?? '').length - 1, to: from })
        .run();
      choice.run(editor);
      setActive(0);
    };
    const keys: Record<string, () => void> = {
      ArrowDown: () => setActive((at) => (at + 1) % found.length),
      ArrowUp: () => setActive((at) => (at + found.length - 1) % found.length),
      Enter: () => choose(chosen),
      Tab: () => choose(chosen),
      Escape: () => setClosedAt(typed),
    };
    const press = (event: KeyboardEvent) => {
      const act = event.isComposing ? undefined : keys[event.key];
      if (!act) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      act();
    };
    dom.setAttribute('aria-controls', id);
    dom.setAttribute('aria-activedescendant', `${id}-${found.indexOf(chosen)}`);
    dom.addEventListener('keydown', press, { capture: true });
    return () => {
      dom.removeEventListener('keydown', press, { capture: true });
      dom.removeAttribute('aria-controls');
      dom.removeAttribute('aria-activedescendant');
    };
  });

  if (!open) return null;
  const place = editor.view.coordsAtPos(editor.state.selection.from);
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('articles.slash')}
      style={{ top: place.bottom + 4, left: Math.min(place.left, window.innerWidth - 250) }}
      className="fixed z-40 max-h-72 w-60 overflow-y-auto rounded-lg bg-raised p-1 shadow-pop"
    >
      {found.map((choice, at) => (
        <div
          key={choice.label}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={choice === chosen}
          onPointerDown={(event) => {
            event.preventDefault();
            const { from } = editor.state.selection;
            editor
              .chain()
              .deleteRange({ from: from - (typed ?? '').length - 1, to: from })
              .run();
            choice.run(editor);
          }}
          className={cx(
            'flex min-h-8 items-center gap-2.5 rounded-md px-2 py-1 text-base pointer-coarse:min-h-11 [&_svg]:size-4',
            choice === chosen && 'bg-hover',
          )}
        >
          {choice.icon}
          {choice.label}
        </div>
      ))}
    </div>
  );
}

/** What stands between a slash that begins the line and the caret; null where there is no such slash. */
function typedAfterSlash(editor: Editor): string | null {
  const { empty, $from } = editor.state.selection;
  if (!empty || !editor.isFocused || $from.parent.type.name !== 'paragraph') return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, '\n', '\ufffc');
  return before.startsWith('/') && before.length < 30 ? before.slice(1) : null;
}
