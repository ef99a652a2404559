import type { Locale } from '@fairlead/contract';
import { Bold, Heading2, Link2, List, ListOrdered, MessageSquareWarning, Table2, Zap } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { ChooseArticleDialog } from '../page/choose-article-dialog.tsx';
import { FactDialog } from './fact-dialog.tsx';
import {
  calloutKinds,
  type Editing,
  makeCallout,
  putBlock,
  putInline,
  toggleBold,
  toggleHeading,
  toggleList,
} from './markdown-edits.ts';

interface MarkdownToolbarProps {
  /** Changes the text of the field, which gets the focus. */
  apply: (edit: (editing: Editing) => Editing) => void;
  locale: Locale;
  ownSlug: string;
}

/** What Markdown has signs for, by buttons. */
export function MarkdownToolbar({ apply, locale, ownSlug }: MarkdownToolbarProps) {
  const t = useT();
  const [dialog, setDialog] = useState<'link' | 'fact' | null>(null);
  const column = t('articles.tool.table.column');
  const table = `| ${column} 1 | ${column} 2 |\n| --- | --- |\n|  |  |`;
  const buttons = [
    { label: t('articles.tool.heading'), icon: <Heading2 />, run: () => apply(toggleHeading) },
    { label: t('articles.tool.bold'), icon: <Bold />, run: () => apply(toggleBold), shortcut: 'mod+b' },
    {
      label: t('articles.tool.bullets'),
      icon: <List />,
      run: () => apply((it) => toggleList(it, 'bullets')),
    },
    {
      label: t('articles.tool.steps'),
      icon: <ListOrdered />,
      run: () => apply((it) => toggleList(it, 'steps')),
    },
    {
      label: t('articles.tool.table'),
      icon: <Table2 />,
      run: () => apply((it) => putBlock(it, table, `${column} 1`)),
    },
    { label: t('articles.tool.link'), icon: <Link2 />, run: () => setDialog('link') },
    { label: t('articles.tool.fact'), icon: <Zap />, run: () => setDialog('fact') },
  ];
  return (
    <div
      role="toolbar"
      aria-label={t('articles.tools')}
      className="flex flex-wrap gap-0.5 rounded-t-md border border-b-0 border-line-control bg-sunken p-1"
    >
      {buttons.map(({ label, icon, run, shortcut }) => (
        <IconButton
          key={label}
          size="sm"
          label={label}
          icon={icon}
          onClick={run}
          {...(shortcut ? { shortcut } : {})}
        />
      ))}
      <Menu
        trigger={<IconButton size="sm" label={t('articles.tool.callout')} icon={<MessageSquareWarning />} />}
      >
        {calloutKinds.map((kind) => (
          <MenuItem key={kind} onSelect={() => apply((it) => makeCallout(it, kind))}>
            {t(`articles.callout.${kind}`)}
          </MenuItem>
        ))}
      </Menu>
      {dialog === 'link' && (
        <ChooseArticleDialog
          title={t('articles.tool.link')}
          locale={locale}
          without={[ownSlug]}
          onClose={() => setDialog(null)}
          onChoose={({ title, category, slug }) =>
            apply((it) =>
              putInline(it, `[${it.text.slice(it.start, it.end) || title}](../../${category}/${slug})`),
            )
          }
        />
      )}
      {dialog === 'fact' && (
        <FactDialog
          locale={locale}
          onClose={() => setDialog(null)}
          onChoose={(name) => apply((it) => putInline(it, `{{${name}}}`))}
        />
      )}
    </div>
  );
}
