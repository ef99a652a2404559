import type { CopilotDraft, CopilotSuggestions } from '@fairlead/contract';
import { ChevronRight, CornerDownLeft, Search, UserRound, X } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useLocale, useT } from '../../i18n/i18n.tsx';
import { useErrorText } from '../../i18n/use-error-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { flowName } from '../assistant/trace/trace-words.ts';
import type { DraftOffer } from '../inbox/composer/draft-store.ts';
import { MessageSources } from '../inbox/thread/message-sources.tsx';
import type { LookUp } from './use-look-up.ts';
import { useOfferFates, useShown } from './use-offers.ts';
import { usePutIn } from './use-put-in.ts';

/** What the exchange said is not kept by the server: it stays with the reply. */
export const offerOf = ({ offerId: id, of, text }: CopilotDraft): DraftOffer => ({
  id,
  said: of === 'flow' ? text : null,
});

interface DraftCardsProps {
  conversationId: string;
  drafts: readonly CopilotDraft[];
  lookUp: CopilotSuggestions['lookUp'];
  look: LookUp;
}

/** Drafted replies, one at a time: what the exchange said goes before what articles say. */
export function DraftCards({ conversationId, drafts, lookUp, look }: DraftCardsProps) {
  const t = useT();
  const errorText = useErrorText();
  const fates = useOfferFates(conversationId);
  const [at, setAt] = useState(0);
  const shown = drafts[at % Math.max(1, drafts.length)];
  const { found } = look;
  return (
    <>
      {found ? (
        <DraftCard
          conversationId={conversationId}
          draft={found.draft}
          needsPerson={found.run.needsPerson}
          onDismiss={() => {
            fates.reject(found.draft.offerId);
            look.dismiss();
          }}
        >
          {found.run.choices.length > 0 && (
            <ul className="flex flex-wrap gap-1.5" dir="auto" lang={found.draft.locale}>
              {found.run.choices.map(({ text, slots }) => (
                <li key={text}>
                  <Button
                    size="sm"
                    disabled={look.busy}
                    className="h-auto! min-h-7 py-1 text-start whitespace-normal!"
                    onClick={() => look.ask(found.run.flow, { ...found.run.slots, ...slots })}
                  >
                    {text}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </DraftCard>
      ) : (
        shown && (
          <DraftCard
            key={shown.offerId}
            conversationId={conversationId}
            draft={shown}
            onDismiss={() => fates.reject(shown.offerId)}
            {...(drafts.length > 1 && { onNext: () => setAt((now) => (now + 1) % drafts.length) })}
          />
        )
      )}
      {lookUp && !found && (
        <Button
          size="sm"
          icon={<Search />}
          loading={look.busy}
          className="self-start"
          onClick={() => look.ask(lookUp.flow, lookUp.slots)}
        >
          {t('copilot.look_up', { flow: flowName(t, lookUp.flow) })}
        </Button>
      )}
      {look.error !== null && (
        <p role="alert" className="text-sm text-danger-text">
          {errorText(look.error)}
        </p>
      )}
    </>
  );
}

interface DraftCardProps {
  conversationId: string;
  draft: CopilotDraft;
  needsPerson?: boolean;
  onNext?: () => void;
  onDismiss: () => void;
  children?: React.ReactNode;
}

function DraftCard(props: DraftCardProps) {
  const { conversationId, draft, needsPerson = false, onNext, onDismiss, children } = props;
  const t = useT();
  const format = useFormat();
  const putIn = usePutIn(conversationId);
  useShown(conversationId, [draft.offerId]);
  return (
    <article
      aria-label={t('copilot.draft')}
      className="flex flex-col gap-2 rounded-md border border-line bg-surface p-2.5 text-sm"
    >
      <h3 className="flex flex-wrap items-center gap-1.5 text-xs text-ink-3">
        <span className="font-medium text-ink-2">{t('copilot.draft')}</span>
        <span>{format.language(draft.locale)}</span>
        {needsPerson && (
          <Badge tone="warning" icon={<UserRound aria-hidden />}>
            {t('exchange.flow.person')}
          </Badge>
        )}
      </h3>
      <p
        dir="auto"
        lang={draft.locale}
        className="max-h-56 overflow-y-auto whitespace-pre-line [overflow-wrap:anywhere]"
        // What is longer is read by keyboard, too.
        tabIndex={0}
      >
        {draft.text}
      </p>
      <Reading draft={draft} />
      <MessageSources sources={draft.sources} />
      {children}
      <div className="flex flex-wrap gap-1.5">
        <Button
          size="sm"
          variant="primary"
          icon={<CornerDownLeft className="rtl:-scale-x-100" />}
          onClick={() => putIn(draft.text, { offer: offerOf(draft) })}
        >
          {t('copilot.insert')}
        </Button>
        {onNext && (
          <Button size="sm" icon={<ChevronRight className="rtl:-scale-x-100" />} onClick={onNext}>
            {t('copilot.next')}
          </Button>
        )}
        <Button size="sm" variant="quiet" icon={<X />} onClick={onDismiss}>
          {t('copilot.dismiss')}
        </Button>
      </div>
    </article>
  );
}

/** The same in the agent's language, so that they know what it says. */
function Reading({ draft: { locale: written, reading } }: { draft: CopilotDraft }) {
  const t = useT();
  const format = useFormat();
  const { locale } = useLocale();
  if (written === locale) return null;
  if (!reading)
    return (
      <p className="text-xs text-ink-3">{t('copilot.no_reading', { language: format.language(locale) })}</p>
    );
  return (
    <details open className="text-ink-2">
      <summary className="cursor-pointer rounded-sm text-xs text-ink-3 hover:text-ink">
        {t('copilot.reading', { language: format.language(reading.locale) })}
      </summary>
      <p
        dir="auto"
        lang={reading.locale}
        className="mt-1 max-h-40 overflow-y-auto border-s-2 border-line-2 ps-2 whitespace-pre-line [overflow-wrap:anywhere]"
        tabIndex={0}
      >
        {reading.text}
      </p>
    </details>
  );
}
