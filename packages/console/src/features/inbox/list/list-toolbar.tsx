import { languageOf, locales } from '@fairlead/contract';
import { ChevronDown, Languages, Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useShortcut } from '../../../shell/shortcuts.tsx';
import { cx } from '../../../ui/cx.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Input } from '../../../ui/input.tsx';
import { Menu, MenuChoice } from '../../../ui/menu.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import type { InboxAddress } from '../use-inbox-address.ts';
import type { CountedView } from '../use-inbox-views.ts';
import { LiveState } from './live-state.tsx';

const languages = [...new Set(locales.map(languageOf))];

/** What the list shows, and the ways to narrow it. */
export function ListToolbar({ address, views }: { address: InboxAddress; views: readonly CountedView[] }) {
  const t = useT();
  const format = useFormat();
  const view = views.find(({ id }) => id === address.view);
  const title = address.filters.q ? t('inbox.search.title') : (view?.label ?? '');
  return (
    <div className="flex flex-col gap-2 border-b border-line px-3 pt-2.5 pb-2.5">
      <PageTitle page={view?.label ?? t('shell.nav.inbox')} />
      <div className="flex h-8 items-center gap-2">
        <h2 className="min-w-0 truncate text-lg font-semibold max-xl:hidden">{title}</h2>
        <ViewsMenu address={address} views={views} title={title} />
        {!address.filters.q && typeof view?.count === 'number' && (
          <span className="text-ink-3">{format.number(view.count)}</span>
        )}
        <span className="ms-auto flex items-center gap-1">
          <LiveState compact className="px-1 xl:hidden" />
          <LanguageFilter address={address} />
        </span>
      </div>
      <ListSearch address={address} />
      {address.filters.q && <p className="text-xs text-ink-3">{t('inbox.search.hint')}</p>}
    </div>
  );
}

/** The views in a menu, where there is no room for their pane. */
function ViewsMenu({
  address,
  views,
  title,
}: {
  address: InboxAddress;
  views: readonly CountedView[];
  title: string;
}) {
  const t = useT();
  const format = useFormat();
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="-ms-1.5 flex min-w-0 items-center gap-1 rounded-md px-1.5 py-1 text-lg font-semibold hover:bg-hover data-popup-open:bg-hover xl:hidden"
        >
          <span className="truncate">{title}</span>
          <ChevronDown className="size-4 shrink-0 text-ink-3" aria-hidden />
        </button>
      }
    >
      <MenuChoice
        label={t('inbox.views')}
        value={address.view}
        onChange={address.showView}
        options={views.map(({ id, label, count, icon: Icon }) => ({
          value: id,
          label:
            count === null ? label : t('inbox.view.counted', { view: label, count: format.number(count) }),
          icon: <Icon />,
        }))}
      />
    </Menu>
  );
}

function LanguageFilter({ address }: { address: InboxAddress }) {
  const t = useT();
  const format = useFormat();
  const { language } = address.filters;
  const change = (value: string) => {
    const { language: _, ...rest } = address.filters;
    address.filter(value === 'any' ? rest : { ...rest, language: value });
  };
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          className={cx(
            'flex h-7 items-center gap-1.5 rounded-md px-2 text-sm hover:bg-hover data-popup-open:bg-hover pointer-coarse:h-10',
            language ? 'bg-accent-soft font-medium text-accent-text' : 'text-ink-2',
          )}
        >
          <Languages className="size-4" aria-hidden />
          <span className={language ? undefined : 'sr-only'}>
            {language ? format.language(language) : t('inbox.filter.language')}
          </span>
        </button>
      }
    >
      <MenuChoice
        label={t('inbox.filter.language')}
        value={language ?? 'any'}
        onChange={change}
        options={[
          { value: 'any', label: t('inbox.filter.any_language') },
          ...languages.map((value) => ({ value, label: format.language(value) })),
        ]}
      />
    </Menu>
  );
}

/** A pause in typing after which the search goes into the address. */
const typingPause = 300;

function ListSearch({ address }: { address: InboxAddress }) {
  const t = useT();
  const { filters, filter } = address;
  const [text, setText] = useState(filters.q ?? '');
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(filters.q);
  // The address can change by itself, such as by going back; what was typed since the last search is not undone by it.
  useEffect(() => {
    if (filters.q !== asked.current) setText(filters.q ?? '');
    asked.current = filters.q;
  }, [filters.q]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useShortcut('/', () => input.current?.focus(), {
    labelKey: 'inbox.search',
    groupKey: 'inbox.shortcuts.list',
  });

  const search = (next: string, at: 'once' | 'soon') => {
    setText(next);
    clearTimeout(timer.current);
    const { q: _, ...rest } = filters;
    const q = next.trim();
    const ask = () => {
      asked.current = q || undefined;
      filter(q ? { ...rest, q } : rest);
    };
    timer.current = setTimeout(ask, at === 'once' ? 0 : typingPause);
  };
  return (
    <search>
      <Input
        ref={input}
        type="search"
        aria-label={t('inbox.search')}
        placeholder={t('inbox.search.placeholder')}
        icon={<Search />}
        value={text}
        onChange={(event) => search(event.currentTarget.value, 'soon')}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) search(text, 'once');
          if (event.key === 'Escape' && text !== '') {
            event.preventDefault();
            search('', 'once');
          }
        }}
        trailing={
          text !== '' && (
            <IconButton
              size="sm"
              label={t('inbox.search.clear')}
              icon={<X />}
              onClick={() => search('', 'once')}
            />
          )
        }
        className="[&_input::-webkit-search-cancel-button]:hidden"
      />
    </search>
  );
}
