import type { Macro } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { MessageSquareText, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { macrosQuery } from '../../queries.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { SettingsLayout } from '../access/settings-layout.tsx';
import { useActionWords } from '../tickets/actions/action-words.ts';
import { useTicketChoices } from '../tickets/choices.ts';
import { MacroDialog } from './macro-dialog.tsx';

/** The macros that an agent has: what they say in which languages, with whom they are shared, how they are used. */
export function MacrosPage() {
  const t = useT();
  const { data, error, refetch } = useQuery(macrosQuery);
  const { edit, lang } = useSearch({ from: '/app/settings/macros' });
  const navigate = useNavigate();
  const [chosen, setEdited] = useState<Macro | 'new' | null>(null);
  const named = data?.find((it) => it.id === edit && it.editable) ?? null;
  const edited = chosen ?? named;
  const close = () => {
    setEdited(null);
    if (edit) void navigate({ to: '/settings/macros', search: {}, replace: true });
  };
  const add = (
    <Button variant="primary" icon={<Plus />} onClick={() => setEdited('new')}>
      {t('macros.add')}
    </Button>
  );
  const folders = Map.groupBy(data ?? [], ({ folder }) => folder);
  return (
    <SettingsLayout title={t('macros.title')}>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={6} />
      ) : data.length === 0 ? (
        <EmptyState icon={<MessageSquareText />} title={t('macros.none')} action={add}>
          {t('macros.none.text')}
        </EmptyState>
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-3">
            <p className="min-w-0 flex-1 text-ink-2">{t('macros.text')}</p>
            {add}
          </div>
          {[...folders].map(([folder, macros]) => (
            <Panel key={folder} title={folder || t('macros.folder.none')}>
              <ul className="divide-y divide-line">
                {macros.map((macro) => (
                  <MacroLine key={macro.id} macro={macro} onEdit={() => setEdited(macro)} />
                ))}
              </ul>
            </Panel>
          ))}
        </>
      )}
      {edited && (
        <MacroDialog
          macro={edited === 'new' ? null : edited}
          language={chosen ? undefined : lang}
          onClose={close}
        />
      )}
    </SettingsLayout>
  );
}

function MacroLine({ macro, onEdit }: { macro: Macro; onEdit: () => void }) {
  const t = useT();
  const format = useFormat();
  const { teams } = useTicketChoices();
  const words = useActionWords();
  const { sharing } = macro;
  const team = typeof sharing === 'object' ? teams.find((it) => it.value === sharing.teamId) : undefined;
  const shared = typeof sharing === 'object' ? (team?.label ?? '') : t(`tickets.views.sharing.${sharing}`);
  return (
    <li className="flex items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="font-medium [overflow-wrap:anywhere]">{macro.name}</p>
        <p className="text-sm text-ink-3">
          {format.list(Object.keys(macro.texts).map((locale) => format.language(locale)))}
        </p>
        {macro.actions.length > 0 && (
          <p className="text-sm text-ink-2 [overflow-wrap:anywhere] first-letter:uppercase">
            {format.list(macro.actions.map(words))}
          </p>
        )}
        <p className="text-sm text-ink-3">
          {t('macros.uses', { count: macro.uses })}
          {macro.usedAt && <> · {format.relativeTime(macro.usedAt)}</>}
        </p>
      </div>
      <Badge>{shared}</Badge>
      {macro.editable && (
        <IconButton
          size="sm"
          label={t('macros.edit', { name: macro.name })}
          icon={<Pencil />}
          onClick={onEdit}
        />
      )}
    </li>
  );
}
