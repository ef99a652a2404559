import type { Locale } from '@fairlead/contract';
import { Selection } from '@tiptap/pm/state';
import { EditorContent, useEditor } from '@tiptap/react';
import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { type EditorDialog, EditorDialogs } from './editor-dialogs.tsx';
import { editorExtensions } from './editor-schema.ts';
import { EditorToolbar } from './editor-toolbar.tsx';
import { type KeptDocument, pastedText } from './kept-document.ts';
import { picturesOf } from './pictures-of.ts';
import { SlashMenu } from './slash-menu.tsx';
import './structured-editor.css';
import { TableTools } from './table-tools.tsx';
import { WritingLocale } from './writing-locale.ts';

interface StructuredEditorProps {
  /** What it begins with. Another text needs another editor. */
  kept: KeptDocument;
  onChange: (markdown: string) => void;
  locale: Locale;
  /** The slug of the article itself. */
  ownSlug: string;
}

/** The body of an article as readers will see it, to be written in. */
export function StructuredEditor({ kept, onChange, locale, ownSlug }: StructuredEditorProps) {
  const t = useT();
  const [dialog, setDialog] = useState<EditorDialog | null>(null);
  /** Pictures that were pasted or dropped, of which the first is asked about. */
  const [pictures, setPictures] = useState<readonly File[]>([]);
  const [picture = null] = pictures;
  const [extensions] = useState(() =>
    editorExtensions({
      note: t('articles.callout.NOTE'),
      tip: t('articles.callout.TIP'),
      important: t('articles.callout.IMPORTANT'),
      warning: t('articles.callout.WARNING'),
      caution: t('articles.callout.CAUTION'),
    }),
  );
  const take = (found: readonly File[]): boolean => {
    if (found.length > 0) setPictures((before) => [...before, ...found]);
    return found.length > 0;
  };
  const editor = useEditor({
    extensions,
    content: kept.content,
    injectCSS: false,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    enableContentCheck: true,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('articles.body'),
        lang: locale,
        dir: 'auto',
        class: 'article-text',
      },
      handlePaste: (_, event) => take(picturesOf(event.clipboardData)),
      handleDrop(view, event, _, moved) {
        const dropped = moved ? [] : picturesOf(event.dataTransfer);
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (dropped.length > 0 && place) {
          const { doc, tr } = view.state;
          view.dispatch(tr.setSelection(Selection.near(doc.resolve(place.pos))));
        }
        return take(dropped);
      },
      handleDoubleClickOn(_, __, node) {
        if (node.type.name !== 'image') return false;
        setDialog('picture');
        return true;
      },
      clipboardTextParser: (text, context, plain) => pastedText(context.doc.type.schema, text, plain),
      // The page's own heading is the title.
      transformPastedHTML: (html) => html.replace(/<(\/?)h1\b/gi, '<$1h2'),
    },
    onCreate: ({ editor: created }) => kept.opened(created.state.doc),
    onUpdate: ({ editor: changed }) => onChange(kept.markdown(changed.state.doc)),
  });
  return (
    <WritingLocale value={locale}>
      <div className="rounded-md border border-line-control bg-surface focus-within:border-accent">
        <EditorToolbar editor={editor} openDialog={setDialog} />
        <TableTools editor={editor} />
        <EditorContent editor={editor} />
      </div>
      <SlashMenu editor={editor} openDialog={setDialog} />
      <EditorDialogs
        editor={editor}
        key={picture ? `${picture.name} ${pictures.length}` : 'none'}
        dialog={picture ? 'picture' : dialog}
        picture={picture}
        locale={locale}
        ownSlug={ownSlug}
        onClose={() => (picture ? setPictures((before) => before.slice(1)) : setDialog(null))}
      />
    </WritingLocale>
  );
}
