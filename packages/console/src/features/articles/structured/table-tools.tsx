import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';

/** Rows and columns of the table that the caret is in. */
export function TableTools({ editor }: { editor: Editor }) {
  const t = useT();
  const shown = useEditorState({ editor, selector: ({ editor: it }) => it.isActive('table') });
  if (!shown) return null;
  const chain = () => editor.chain().focus();
  const tools: Array<[string, () => void]> = [
    [t('articles.table.add_row'), () => chain().addRowAfter().run()],
    [t('articles.table.remove_row'), () => chain().deleteRow().run()],
    [t('articles.table.add_column'), () => chain().addColumnAfter().run()],
    [t('articles.table.remove_column'), () => chain().deleteColumn().run()],
    [t('articles.table.remove'), () => chain().deleteTable().run()],
  ];
  return (
    <div
      role="toolbar"
      aria-label={t('articles.tool.table')}
      className="flex flex-wrap gap-1 border-b border-line p-1"
    >
      {tools.map(([label, run]) => (
        <Button key={label} size="sm" onClick={run}>
          {label}
        </Button>
      ))}
    </div>
  );
}
