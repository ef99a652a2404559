import type { Conversation, CopilotSuggestions } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { CloudOff, RotateCw, Sparkles, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { useLocale, useT } from '../../i18n/i18n.tsx';
import { useErrorText } from '../../i18n/use-error-text.ts';
import { useCan } from '../../session.tsx';
import { useShortcut } from '../../shell/shortcuts.tsx';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useOnline } from '../../ui/use-online.ts';
import { suggestionsQuery } from './copilot-queries.ts';
import { DraftCards } from './draft-cards.tsx';
import { FieldChips } from './field-chips.tsx';
import { MacroList } from './macro-list.tsx';
import { NextStep } from './next-step.tsx';
import { SimilarTickets } from './similar-tickets.tsx';
import { SummaryFold } from './summary-fold.tsx';
import { useLookUp } from './use-look-up.ts';
import { PutInContext } from './use-put-in.ts';

/** The key that leads to the copilot. */
export const copilotKeys = 'c';

interface CopilotPanelProps {
  conversation: Conversation;
  /** Leads to the reply, into which something was put. */
  onPutIn: () => void;
}

/** What may help whoever answers: beside the thread, loaded when it is looked at. Shows nothing to who may not reply. */
export function CopilotPanel({ conversation, onPutIn }: CopilotPanelProps) {
  const can = useCan();
  if (!can('conversations.reply')) return null;
  return (
    <PutInContext value={onPutIn}>
      <Panel key={conversation.id} conversation={conversation} />
    </PutInContext>
  );
}

function Panel({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const { locale } = useLocale();
  const online = useOnline();
  const section = useRef<HTMLElement>(null);
  const { data, error, isFetching, refetch } = useQuery(suggestionsQuery(conversation, locale));
  useShortcut(copilotKeys, () => section.current?.focus(), {
    labelKey: 'copilot.title',
    groupKey: 'inbox.shortcuts.conversation',
  });
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={t('copilot.title')}
      aria-busy={isFetching}
      className="px-4 py-3.5 -outline-offset-2"
    >
      <h2 className="mb-2 flex items-center gap-1.5 text-sm font-medium text-ink-2">
        <Sparkles className="size-4 text-accent-text" aria-hidden />
        {t('copilot.title')}
        <Kbd keys={copilotKeys} className="ms-auto pointer-coarse:hidden" />
      </h2>
      {!online && (
        <p role="status" className="mb-2 flex items-center gap-1.5 text-sm text-ink-3">
          <CloudOff className="size-4 shrink-0" aria-hidden />
          {t('copilot.offline')}
        </p>
      )}
      {data ? (
        <Suggestions conversation={conversation} suggestions={data} />
      ) : error ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        online && <Loading />
      )}
    </section>
  );
}

function Suggestions(props: { conversation: Conversation; suggestions: CopilotSuggestions }) {
  const { conversation, suggestions } = props;
  const t = useT();
  const { drafts, lookUp, withheld, summary, step, macros, similar, fields } = suggestions;
  const { id } = conversation;
  const look = useLookUp(conversation, suggestions.seq);
  const open = drafts.filter((it) => it.fate === null);
  // The draft that it is about may have been turned down meanwhile.
  const next = step?.fate !== null || (step.is.do === 'reply' && open[0] !== drafts[0]) ? null : step;
  const nothing =
    open.length === 0 &&
    !look.found &&
    !lookUp &&
    !withheld &&
    !summary &&
    !next &&
    macros.length + similar.length === 0 &&
    !fields;
  if (nothing) return <p className="text-sm text-ink-3">{t('copilot.nothing')}</p>;
  return (
    <div className="flex flex-col gap-2">
      {withheld && (
        <p className="flex items-start gap-1.5 text-sm text-danger-text">
          <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
          {t(`copilot.${withheld}`)}
        </p>
      )}
      {next && (
        <NextStep
          key={next.offerId}
          conversation={conversation}
          step={next}
          draft={open[0]}
          macros={macros}
          look={look}
        />
      )}
      <DraftCards
        conversationId={id}
        drafts={open}
        // The step before it offers the same.
        lookUp={next?.is.do === 'look_up' ? null : lookUp}
        look={look}
      />
      {fields && fields.fate !== 'rejected' && <FieldChips conversationId={id} offer={fields} />}
      {summary && <SummaryFold summary={summary} />}
      {macros.length > 0 && <MacroList conversationId={id} macros={macros} />}
      {similar.length > 0 && <SimilarTickets conversationId={id} tickets={similar} />}
    </div>
  );
}

function Loading() {
  const t = useT();
  return (
    <div role="status" className="flex flex-col gap-2">
      <span className="sr-only">{t('ui.loading')}</span>
      <Skeleton className="h-14 w-full" />
      <Skeleton className="h-28 w-full" />
      <Skeleton className="h-7 w-40" />
    </div>
  );
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useT();
  const errorText = useErrorText();
  return (
    <div role="alert" className="flex flex-col items-start gap-2 text-sm text-danger-text">
      <p>
        {t('copilot.failed')} {errorText(error)}
      </p>
      <Button size="sm" icon={<RotateCw />} onClick={onRetry}>
        {t('ui.retry')}
      </Button>
    </div>
  );
}
