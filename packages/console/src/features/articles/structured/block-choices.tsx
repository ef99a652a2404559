import type { AlertKind } from '@fairlead/markdown';
import type { Editor } from '@tiptap/core';
import {
  Code2,
  Film,
  Heading2,
  Heading3,
  Heading4,
  ImagePlus,
  Info,
  Lightbulb,
  Link2,
  List,
  ListOrdered,
  Minus,
  OctagonAlert,
  Quote,
  Star,
  Table2,
  TriangleAlert,
  Zap,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import type { EditorDialog } from './editor-dialogs.tsx';

/** Something that can be put into a text. */
export interface BlockChoice {
  readonly label: string;
  readonly icon: ReactNode;
  readonly run: (editor: Editor) => void;
}

/** Makes a callout of the blocks that are selected, or another kind of the one around them. */
function setCallout(editor: Editor, kind: AlertKind): void {
  if (editor.isActive('callout')) editor.chain().focus().updateAttributes('callout', { kind }).run();
  else editor.chain().focus().wrapIn('callout', { kind }).run();
}

/** Puts in a table with a head and two rows. */
export const putTable = (editor: Editor): void => {
  editor.chain().focus().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run();
};

const calloutIcons = {
  note: <Info />,
  tip: <Lightbulb />,
  important: <Star />,
  warning: <TriangleAlert />,
  caution: <OctagonAlert />,
} as const satisfies Record<AlertKind, ReactNode>;

/** The five kinds of callouts. */
export function useCalloutChoices(): BlockChoice[] {
  const t = useT();
  const of = (kind: AlertKind, label: string): BlockChoice => ({
    label,
    icon: calloutIcons[kind],
    run: (editor) => setCallout(editor, kind),
  });
  return [
    of('note', t('articles.callout.NOTE')),
    of('tip', t('articles.callout.TIP')),
    of('important', t('articles.callout.IMPORTANT')),
    of('warning', t('articles.callout.WARNING')),
    of('caution', t('articles.callout.CAUTION')),
  ];
}

/** All that can be put into a text, as the menu behind a slash offers it. */
export function useBlockChoices(openDialog: (dialog: EditorDialog) => void): BlockChoice[] {
  const t = useT();
  const callouts = useCalloutChoices();
  const heading = (level: 2 | 3 | 4, icon: ReactNode): BlockChoice => ({
    label: t('articles.tool.heading', { level }),
    icon,
    run: (editor) => editor.chain().focus().setHeading({ level }).run(),
  });
  return [
    heading(2, <Heading2 />),
    heading(3, <Heading3 />),
    heading(4, <Heading4 />),
    {
      label: t('articles.tool.steps'),
      icon: <ListOrdered />,
      run: (it) => it.chain().focus().toggleOrderedList().run(),
    },
    {
      label: t('articles.tool.bullets'),
      icon: <List />,
      run: (it) => it.chain().focus().toggleBulletList().run(),
    },
    ...callouts,
    { label: t('articles.tool.table'), icon: <Table2 />, run: putTable },
    { label: t('articles.tool.picture'), icon: <ImagePlus />, run: () => openDialog('picture') },
    { label: t('articles.tool.fact'), icon: <Zap />, run: () => openDialog('fact') },
    { label: t('articles.tool.link'), icon: <Link2 />, run: () => openDialog('article') },
    { label: t('articles.tool.video'), icon: <Film />, run: () => openDialog('video') },
    {
      label: t('articles.tool.code_block'),
      icon: <Code2 />,
      run: (it) => it.chain().focus().toggleCodeBlock().run(),
    },
    {
      label: t('articles.tool.quote'),
      icon: <Quote />,
      run: (it) => it.chain().focus().toggleBlockquote().run(),
    },
    {
      label: t('articles.tool.rule'),
      icon: <Minus />,
      run: (it) => it.chain().focus().setHorizontalRule().run(),
    },
  ];
}
