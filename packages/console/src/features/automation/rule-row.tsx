import { endpoints, type Rule } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, Copy, GripVertical, Trash2 } from 'lucide-react';
import { call } from '../../api.ts';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useToast } from '../../ui/toast.tsx';
import { rulesQuery } from './automation-queries.ts';
import { useRuleWords } from './rule-words.ts';

interface RuleRowProps {
  rule: Rule;
  /** From 0. */
  place: number;
  last: boolean;
  onMove: (to: number) => void;
  onDrag: () => void;
  onDrop: () => void;
  onRemove: () => void;
}

/** One rule of the list: its switch, what it does in words, and how often it did. */
export function RuleRow({ rule, place, last, onMove, onDrag, onDrop, onRemove }: RuleRowProps) {
  const t = useT();
  const format = useFormat();
  const words = useRuleWords();
  const navigate = useNavigate();
  const turn = useSwitch(rule);
  const { id, name } = rule;
  return (
    <li
      draggable
      onDragStart={onDrag}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
      className="flex flex-wrap items-start gap-x-2 gap-y-1 rounded-lg border border-line bg-surface py-3 ps-2 pe-2"
    >
      <GripVertical className="mt-0.5 size-4 shrink-0 cursor-grab text-ink-3" aria-hidden />
      <span className="w-5 shrink-0 text-end text-ink-3 tabular-nums">{place + 1}</span>
      <div className="min-w-0 flex-1 basis-56">
        <h3 className="font-semibold">
          <Link
            to="/settings/automation/$ruleId"
            params={{ ruleId: id }}
            className="hover:underline [overflow-wrap:anywhere]"
          >
            {name}
          </Link>
        </h3>
        <p className="text-sm text-ink-2 [overflow-wrap:anywhere]">{words(rule)}</p>
        <p className="text-sm text-ink-3">
          {t('automation.rule.runs', { count: rule.runs })}
          {rule.lastRunAt && ` · ${t('automation.rule.last', { when: format.relativeTime(rule.lastRunAt) })}`}
        </p>
      </div>
      <div className="flex flex-wrap items-center max-sm:ms-auto">
        <Switch
          checked={rule.enabled}
          onChange={turn}
          label={<span className="sr-only">{t('automation.rule.switch', { name })}</span>}
        />
        <IconButton
          label={t('automation.rule.up', { name })}
          icon={<ArrowUp />}
          disabled={place === 0}
          onClick={() => onMove(place - 1)}
        />
        <IconButton
          label={t('automation.rule.down', { name })}
          icon={<ArrowDown />}
          disabled={last}
          onClick={() => onMove(place + 1)}
        />
        <IconButton
          label={t('automation.rule.copy', { name })}
          icon={<Copy />}
          onClick={() =>
            void navigate({
              to: '/settings/automation/$ruleId',
              params: { ruleId: 'new' },
              search: { from: id },
            })
          }
        />
        <IconButton
          label={t('automation.rule.remove.named', { name })}
          icon={<Trash2 />}
          onClick={onRemove}
        />
      </div>
    </li>
  );
}

/** Switches a rule on or off: on screen at once, and back where it is refused. */
function useSwitch({ id }: Rule): (enabled: boolean) => void {
  const toast = useToast();
  const client = useQueryClient();
  const { queryKey } = rulesQuery;
  const put = (change: (rule: Rule) => Rule) =>
    client.setQueryData<Rule[]>(queryKey, (rules) => rules?.map((it) => (it.id === id ? change(it) : it)));
  const save = useMutation({
    mutationFn: (enabled: boolean) =>
      call(endpoints.automation.switchRule, { params: { id }, body: { enabled } }),
    onMutate: (enabled) => put((it) => ({ ...it, enabled })),
    onSuccess: (rule) => put(() => rule),
    onError: (error) => {
      void client.invalidateQueries({ queryKey });
      toast.error(error);
    },
  });
  return save.mutate;
}
