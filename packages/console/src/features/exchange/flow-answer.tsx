import type { FlowSlots, Locale, TracedFlowRun } from '@fairlead/contract';
import { CloudOff, Reply, UserRound } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Input } from '../../ui/input.tsx';
import { FlowSteps } from '../assistant/trace/flow-steps.tsx';
import { useDrafts } from '../inbox/composer/writing.tsx';

/** What an agent may type where a flow asks for it. */
const typed = ['txid', 'asset', 'network', 'contact'] as const;
type Typed = (typeof typed)[number];
const longest: Record<Typed, number> = { txid: 120, asset: 20, network: 40, contact: 500 };

interface FlowAnswerProps {
  run: TracedFlowRun;
  locale: Locale;
  conversationId: string;
  busy: boolean;
  /** Something more is known: the flow goes on with it. */
  onSlots: (slots: FlowSlots) => void;
}

/** What a flow came to: the text for the customer, what it asks for, and how it was decided. */
export function FlowAnswer({ run, locale, conversationId, busy, onSlots }: FlowAnswerProps) {
  const t = useT();
  const format = useFormat();
  const drafts = useDrafts();
  const asked = run.kind === 'asks' ? typed.find((it) => it === run.outcome) : undefined;
  const reply = () => {
    const { text } = drafts.get(conversationId).text;
    drafts.write(conversationId, 'text', { text: [text, run.text].filter(Boolean).join('\n') }, null);
    drafts.choose(conversationId, 'text');
  };
  return (
    <div role="status" className="flex flex-col gap-2 rounded-md border border-line bg-surface p-2.5 text-sm">
      {(run.needsPerson || run.stale) && (
        <p className="flex flex-wrap gap-1.5">
          {run.needsPerson && (
            <Badge tone="warning" icon={<UserRound aria-hidden />}>
              {t('exchange.flow.person')}
            </Badge>
          )}
          {run.stale && run.asOf && (
            <Badge tone="warning" icon={<CloudOff aria-hidden />}>
              {t('exchange.stale', { time: format.dateTime(run.asOf) })}
            </Badge>
          )}
        </p>
      )}
      <p dir="auto" lang={locale} className="whitespace-pre-line [overflow-wrap:anywhere]">
        {run.text}
      </p>
      {run.choices.length > 0 && (
        <div className="flex flex-wrap gap-1.5" dir="auto" lang={locale}>
          {run.choices.map(({ text, slots }) => (
            <Button
              key={text}
              size="sm"
              disabled={busy}
              className="h-auto! min-h-7 py-1 text-start whitespace-normal!"
              onClick={() => onSlots(slots)}
            >
              {text}
            </Button>
          ))}
        </div>
      )}
      {asked && <TypedSlot slot={asked} busy={busy} onSlots={onSlots} />}
      <div>
        <Button size="sm" icon={<Reply />} onClick={reply}>
          {t('exchange.flow.reply')}
        </Button>
      </div>
      <details className="text-ink-3">
        <summary className="cursor-pointer">{t('exchange.flow.trace')}</summary>
        <FlowSteps run={run} />
      </details>
    </div>
  );
}

function TypedSlot(props: { slot: Typed; busy: boolean; onSlots: (slots: FlowSlots) => void }) {
  const { slot, busy, onSlots } = props;
  const t = useT();
  const [value, setValue] = useState('');
  const label = slot === 'contact' ? t('exchange.flow.contact') : t(`field.${slot}`);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() !== '') onSlots({ [slot]: value.trim() });
  };
  return (
    <form className="flex gap-1.5" onSubmit={submit}>
      <Input
        aria-label={label}
        placeholder={label}
        mono={slot === 'txid'}
        dir="ltr"
        maxLength={longest[slot]}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Button type="submit" size="sm" loading={busy} className="h-control!">
        {t('exchange.flow.ask')}
      </Button>
    </form>
  );
}
