import { channels } from '@fairlead/contract';
import { ChevronDown, Pencil, Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { SearchBox } from '../../../shell/search-box.tsx';
import { Button } from '../../../ui/button.tsx';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../../../ui/menu.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { useTicketChoices } from '../choices.ts';
import { channelLabel } from '../marks/channel-mark.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { isFiltered, withoutFilters } from './ticket-search.ts';
import type { TicketAddress } from './use-ticket-address.ts';
import type { NamedView } from './use-ticket-views.ts';

interface TicketsToolbarProps {
  address: TicketAddress;
  views: readonly NamedView[];
  onAdd: () => void;
  onEdit: (view: NamedView) => void;
  actions: ReactNode;
}

/** What the list shows, and the ways to narrow it. */
export function TicketsToolbar({ address, views, onAdd, onEdit, actions }: TicketsToolbarProps) {
  const t = useT();
  const { search, narrow, replace } = address;
  const view = views.find(({ id }) => id === address.view);
  const title = search.q ? t('tickets.search.title') : (view?.label ?? t('shell.nav.tickets'));
  return (
    <div className="flex flex-col gap-2 border-b border-line bg-surface px-3 py-2.5">
      <PageTitle page={title} />
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="min-w-0 truncate text-lg font-semibold max-xl:sr-only">{title}</h1>
        <Menu
          trigger={
            <button
              type="button"
              className="-ms-1.5 flex min-h-8 min-w-0 items-center gap-1 rounded-md px-1.5 text-lg font-semibold hover:bg-hover data-popup-open:bg-hover xl:hidden"
            >
              <span className="truncate">{title}</span>
              <ChevronDown className="size-4 shrink-0 text-ink-3" aria-hidden />
            </button>
          }
        >
          <MenuChoice
            label={t('tickets.views')}
            value={address.view}
            onChange={(next) => replace({ view: next })}
            options={views.map(({ id, label, count, icon: Icon }) => ({
              value: id,
              label: count === null ? label : t('tickets.view.counted', { view: label, count }),
              icon: <Icon />,
            }))}
          />
          <MenuSeparator />
          {view?.saved?.editable && (
            <MenuItem onSelect={() => onEdit(view)} icon={<Pencil />}>
              {t('tickets.views.edit', { name: view.label })}
            </MenuItem>
          )}
          <MenuItem onSelect={onAdd} icon={<Plus />}>
            {t('tickets.views.add')}
          </MenuItem>
        </Menu>
        <SearchBox
          value={search.q ?? ''}
          onSearch={(q) => narrow({ q: q || undefined })}
          labelKey="tickets.search"
          placeholder={t('tickets.search.placeholder')}
          className="ms-auto w-80 max-sm:order-last max-sm:w-full"
        />
        {actions}
      </div>
      <Filters address={address} />
      {isFiltered(search) && (
        <Button
          size="sm"
          variant="quiet"
          icon={<X />}
          className="self-start"
          onClick={() => replace(withoutFilters(search))}
        >
          {t('tickets.filter.clear')}
        </Button>
      )}
    </div>
  );
}

function Filters({ address: { search, narrow } }: { address: TicketAddress }) {
  const t = useT();
  const choices = useTicketChoices();
  return (
    <div
      role="group"
      aria-label={t('tickets.filters')}
      className="flex items-center gap-1 max-sm:-mx-3 max-sm:overflow-x-auto max-sm:px-3 sm:flex-wrap [&>*]:shrink-0"
    >
      <FilterMenu
        label={t('tickets.column.status')}
        value={search.status}
        options={choices.statuses}
        onChange={(status) => narrow({ status })}
      />
      <FilterMenu
        label={t('tickets.column.priority')}
        value={search.priority}
        options={choices.priorities}
        onChange={(priority) => narrow({ priority })}
      />
      <FilterMenu
        label={t('tickets.column.category')}
        value={search.category}
        options={choices.categories}
        onChange={(category) => narrow({ category })}
      />
      <FilterMenu
        label={t('tickets.column.team')}
        value={search.team}
        options={choices.teams}
        onChange={(team) => narrow({ team })}
      />
      <FilterMenu
        label={t('tickets.column.assignee')}
        value={search.assignee}
        options={[
          { value: 'me', label: t('tickets.me') },
          { value: 'nobody', label: t('tickets.nobody') },
          ...choices.agents,
        ]}
        onChange={(assignee) => narrow({ assignee })}
      />
      <FilterMenu
        label={t('tickets.column.language')}
        value={search.language}
        options={choices.languages}
        onChange={(language) => narrow({ language })}
      />
      <FilterMenu
        label={t('tickets.column.channel')}
        value={search.channel}
        options={channels.map((value) => ({ value, label: channelLabel(t, value) }))}
        onChange={(channel) => narrow({ channel })}
      />
    </div>
  );
}
