import type { Locale } from '@fairlead/contract';
import type { Editor } from '@tiptap/core';
import { useT } from '../../../i18n/i18n.tsx';
import { ChooseArticleDialog } from '../page/choose-article-dialog.tsx';
import { FactDialog } from './fact-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { PictureDialog } from './picture-dialog.tsx';

/** What is asked before something is put into the text. */
export type EditorDialog = 'article' | 'address' | 'video' | 'fact' | 'picture';

interface EditorDialogsProps {
  editor: Editor;
  dialog: EditorDialog | null;
  /** A picture that was pasted or dropped. */
  picture: File | null;
  locale: Locale;
  ownSlug: string;
  onClose: () => void;
}

/** The dialogs of the editor; what is chosen goes where the caret was. */
export function EditorDialogs({ editor, dialog, picture, locale, ownSlug, onClose }: EditorDialogsProps) {
  const t = useT();
  const { from, to } = editor.state.selection;
  const selected = editor.state.doc.textBetween(from, to, ' ');
  /** Makes a link of what is selected, or puts one with these words. */
  const link = (href: string, words: string) => {
    const chain = editor.chain().focus();
    if (selected === '' || words !== selected)
      chain.insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] });
    else chain.setLink({ href });
    chain.run();
  };
  if (dialog === 'article')
    return (
      <ChooseArticleDialog
        title={t('articles.tool.link')}
        locale={locale}
        without={[ownSlug]}
        onClose={onClose}
        onChoose={({ title, category, slug }) => link(`../../${category}/${slug}`, selected || title)}
      />
    );
  if (dialog === 'fact')
    return (
      <FactDialog
        locale={locale}
        onClose={onClose}
        onChoose={(name) => editor.chain().focus().insertContent({ type: 'fact', attrs: { name } }).run()}
      />
    );
  if (dialog === 'picture') {
    const { src, alt } = editor.getAttributes('image');
    const former = !picture && editor.isActive('image') ? { src: String(src), alt: String(alt) } : null;
    return (
      <PictureDialog
        file={picture}
        former={former}
        onClose={onClose}
        onChoose={(address, words) => {
          const attrs = { src: address, alt: words };
          const chain = editor.chain().focus();
          if (former) chain.updateAttributes('image', attrs).run();
          else chain.insertContent({ type: 'image', attrs }).run();
        }}
      />
    );
  }
  if (dialog === 'address' || dialog === 'video')
    return (
      <LinkDialog
        title={t(dialog === 'video' ? 'articles.tool.video' : 'articles.tool.address')}
        hint={dialog === 'video' ? t('articles.video.hint') : undefined}
        words={selected}
        href={String(editor.getAttributes('link')['href'] ?? '')}
        onClose={onClose}
        onChoose={link}
        onRemove={
          editor.isActive('link')
            ? () => editor.chain().focus().extendMarkRange('link').unsetLink().run()
            : undefined
        }
      />
    );
  return null;
}
