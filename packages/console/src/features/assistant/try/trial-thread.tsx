import type { Locale } from '@fairlead/contract';
import { ListTree } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { MessageSources } from '../../inbox/thread/message-sources.tsx';
import type { Exchanged } from './use-trial.ts';

interface TrialThreadProps {
  turns: readonly Exchanged[];
  locale: Locale;
  /** The turn whose steps are shown. */
  shown: number;
  onShow: (index: number) => void;
  onReply: (text: string) => void;
}

/** What was asked and answered; what can be pressed below the last answer goes on from it. */
export function TrialThread({ turns, locale, shown, onShow, onReply }: TrialThreadProps) {
  const t = useT();
  const end = useRef<HTMLDivElement>(null);
  const last = turns.length - 1;
  const answered = turns[last]?.answer;
  useEffect(() => {
    if (turns.length > 1) end.current?.scrollIntoView({ block: 'nearest' });
  }, [turns]);
  return (
    <div
      role="log"
      aria-label={t('assistant.try.conversation')}
      // Reading by keyboard needs the focus here.
      tabIndex={0}
      className="flex max-h-[55dvh] flex-col gap-3 overflow-y-auto rounded-md -outline-offset-2"
    >
      {turns.map(({ text, answer }, index) => (
        // Turns never change places.
        <div key={index} className="flex flex-col gap-2">
          <p
            dir="auto"
            lang={locale}
            className="max-w-[85%] self-end rounded-lg bg-accent-soft px-3 py-2 whitespace-pre-wrap [overflow-wrap:anywhere]"
          >
            {text}
          </p>
          {answer ? (
            <div className="flex max-w-[85%] flex-col items-start gap-1.5 self-start">
              <div className="flex flex-col gap-2 rounded-lg bg-sunken px-3 py-2">
                <p
                  dir="auto"
                  lang={answer.trace.locale}
                  className="whitespace-pre-wrap [overflow-wrap:anywhere]"
                >
                  {answer.text}
                </p>
                <MessageSources sources={answer.sources} />
              </div>
              {index === last && answer.quickReplies.length > 0 && (
                <ul aria-label={t('assistant.try.replies')} className="flex flex-wrap gap-1.5">
                  {answer.quickReplies.map((reply) => (
                    <li key={reply} className="max-w-full">
                      <Button
                        size="sm"
                        onClick={() => onReply(reply)}
                        className="max-w-full rounded-full! whitespace-normal!"
                      >
                        <bdi lang={answer.trace.locale}>{reply}</bdi>
                      </Button>
                    </li>
                  ))}
                </ul>
              )}
              {last > 0 && (
                <Button
                  size="sm"
                  variant="quiet"
                  icon={<ListTree />}
                  aria-pressed={shown === index}
                  onClick={() => onShow(index)}
                >
                  {t('assistant.try.show')}
                </Button>
              )}
            </div>
          ) : (
            <div role="status" className="flex w-1/2 flex-col gap-1.5">
              <span className="sr-only">{t('assistant.try.thinking')}</span>
              <Skeleton className="h-4 w-full" />
              <Skeleton className="h-4 w-2/3" />
            </div>
          )}
        </div>
      ))}
      <div ref={end} aria-live="polite" className="sr-only">
        {answered?.text}
      </div>
    </div>
  );
}
