import {
  type ActionResult,
  categories,
  type ErrorCode,
  errorCatalogue,
  type RunChange,
  ticketPriority,
  ticketStatus,
} from '@fairlead/contract';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { useTicketChoices } from '../tickets/choices.ts';

const isCode = (code: string): code is ErrorCode => Object.hasOwn(errorCatalogue, code);
/** What changes about the ticket itself is said from what to what. */
const shown: ReadonlySet<ActionResult['do']> = new Set([
  'add_followers',
  'add_checklist',
  'write_note',
  'reply',
  'notify',
  'open_child',
]);

/** Puts into words what a run changed, what else it did, and what it was refused. */
export function useChangeWords() {
  const t = useT();
  const format = useFormat();
  const { agents, teams } = useTicketChoices();
  const valueOf = (field: RunChange['field'], value: RunChange['after']): string => {
    if (Array.isArray(value)) return value.length > 0 ? format.list(value) : t('automation.nothing');
    if (value === null) return t('automation.nothing');
    const status = ticketStatus.options.find((it) => it === value);
    const priority = ticketPriority.options.find((it) => it === value);
    const category = categories.find((it) => it === value);
    if (field === 'status' && status) return t(`ticket_status.${status}`);
    if (field === 'priority' && priority) return t(`ticket_priority.${priority}`);
    if (field === 'category' && category) return t(`category.${category}`);
    return [...agents, ...teams].find((it) => it.value === value)?.label ?? value;
  };
  return {
    change: ({ field, before, after }: RunChange): string =>
      t('automation.change', {
        field: t(`tickets.column.${field}`),
        before: valueOf(field, before),
        after: valueOf(field, after),
      }),
    results: (results: readonly ActionResult[]): string[] =>
      results.flatMap(({ do: kind, changed, refused }) => {
        const action = t(`actions.${kind}`);
        if (!refused) return changed && shown.has(kind) ? [action] : [];
        const why = isCode(refused.code) ? t(`error.${refused.code}`, refused.params) : refused.code;
        return [t('automation.result.refused', { action, why })];
      }),
  };
}
