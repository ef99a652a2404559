import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import {
  Bold,
  Code,
  ExternalLink,
  Heading,
  ImagePlus,
  Italic,
  Link2,
  List,
  ListOrdered,
  MessageSquareWarning,
  Plus,
  Redo2,
  Table2,
  Undo2,
  Zap,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { putTable, useBlockChoices, useCalloutChoices } from './block-choices.tsx';
import type { EditorDialog } from './editor-dialogs.tsx';

interface EditorToolbarProps {
  editor: Editor;
  openDialog: (dialog: EditorDialog) => void;
}

interface Tool {
  label: string;
  icon: ReactNode;
  run: () => void;
  shortcut?: string;
  pressed?: boolean;
  disabled?: boolean;
}

/** What can be done to a text, by buttons. */
export function EditorToolbar({ editor, openDialog }: EditorToolbarProps) {
  const t = useT();
  const callouts = useCalloutChoices();
  const blocks = useBlockChoices(openDialog);
  const now = useEditorState({
    editor,
    selector: ({ editor: it }) => ({
      level: [2, 3, 4].find((level) => it.isActive('heading', { level })),
      bold: it.isActive('bold'),
      italic: it.isActive('italic'),
      code: it.isActive('code'),
      bullets: it.isActive('bulletList'),
      steps: it.isActive('orderedList'),
      link: it.isActive('link'),
      picture: it.isActive('image'),
      undo: it.can().undo(),
      redo: it.can().redo(),
    }),
  });
  const chain = () => editor.chain().focus();
  const marks: Tool[] = [
    {
      label: t('articles.tool.bold'),
      icon: <Bold />,
      shortcut: 'mod+b',
      pressed: now.bold,
      run: () => chain().toggleBold().run(),
    },
    {
      label: t('articles.tool.italic'),
      icon: <Italic />,
      shortcut: 'mod+i',
      pressed: now.italic,
      run: () => chain().toggleItalic().run(),
    },
    {
      label: t('articles.tool.code'),
      icon: <Code />,
      shortcut: 'mod+e',
      pressed: now.code,
      run: () => chain().toggleCode().run(),
    },
    {
      label: t('articles.tool.bullets'),
      icon: <List />,
      pressed: now.bullets,
      run: () => chain().toggleBulletList().run(),
    },
    {
      label: t('articles.tool.steps'),
      icon: <ListOrdered />,
      pressed: now.steps,
      run: () => chain().toggleOrderedList().run(),
    },
    { label: t('articles.tool.table'), icon: <Table2 />, run: () => putTable(editor) },
    {
      label: t('articles.tool.picture'),
      icon: <ImagePlus />,
      pressed: now.picture,
      run: () => openDialog('picture'),
    },
    { label: t('articles.tool.link'), icon: <Link2 />, run: () => openDialog('article') },
    {
      label: t('articles.tool.address'),
      icon: <ExternalLink />,
      pressed: now.link,
      run: () => openDialog('address'),
    },
    { label: t('articles.tool.fact'), icon: <Zap />, run: () => openDialog('fact') },
  ];
  const history: Tool[] = [
    {
      label: t('articles.tool.undo'),
      icon: <Undo2 />,
      shortcut: 'mod+z',
      disabled: !now.undo,
      run: () => chain().undo().run(),
    },
    {
      label: t('articles.tool.redo'),
      icon: <Redo2 />,
      shortcut: 'mod+shift+z',
      disabled: !now.redo,
      run: () => chain().redo().run(),
    },
  ];
  return (
    <div
      role="toolbar"
      aria-label={t('articles.tools')}
      className="flex flex-wrap gap-0.5 rounded-t-md border-b border-line bg-sunken p-1"
    >
      <Menu trigger={<IconButton size="sm" label={t('articles.tool.headings')} icon={<Heading />} />}>
        <MenuItem onSelect={() => chain().setParagraph().run()}>{t('articles.tool.paragraph')}</MenuItem>
        {([2, 3, 4] as const).map((level) => (
          <MenuItem key={level} onSelect={() => chain().setHeading({ level }).run()}>
            {t('articles.tool.heading', { level })}
          </MenuItem>
        ))}
      </Menu>
      {marks.map((tool) => (
        <ToolButton key={tool.label} {...tool} />
      ))}
      <Menu
        trigger={<IconButton size="sm" label={t('articles.tool.callout')} icon={<MessageSquareWarning />} />}
      >
        {callouts.map(({ label, icon, run }) => (
          <MenuItem key={label} icon={icon} onSelect={() => run(editor)}>
            {label}
          </MenuItem>
        ))}
      </Menu>
      <Menu trigger={<IconButton size="sm" label={t('articles.tool.more')} icon={<Plus />} />}>
        {blocks.map(({ label, icon, run }) => (
          <MenuItem key={label} icon={icon} onSelect={() => run(editor)}>
            {label}
          </MenuItem>
        ))}
      </Menu>
      {history.map((tool) => (
        <ToolButton key={tool.label} {...tool} />
      ))}
    </div>
  );
}

function ToolButton({ label, icon, run, shortcut, pressed, disabled = false }: Tool) {
  return (
    <IconButton
      size="sm"
      label={label}
      icon={icon}
      disabled={disabled}
      onClick={run}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(shortcut ? { shortcut } : {})}
      className="aria-pressed:bg-selected aria-pressed:text-accent-text"
    />
  );
}
