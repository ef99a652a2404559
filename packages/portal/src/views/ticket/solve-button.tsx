import type { PortalTicket } from '@fairlead/contract';
import { isActiveStatus } from '@fairlead/contract/ticket-status';
import { Icon } from '@fairlead/widget/views/icon.tsx';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePortal, useSpeech } from '../context.ts';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';

interface Props {
  ticket: PortalTicket;
  onTicket: (ticket: PortalTicket) => void;
}

/** The customer says that nothing more needs to be done; asked once more, since it ends the work on it. */
export function SolveButton({ ticket, onTicket }: Props) {
  const { t } = useSpeech();
  const { api } = usePortal();
  const { busy, refusal, run, forget } = useDeed();
  const [asking, setAsking] = useState(false);
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) yes.current?.focus();
  }, [asking]);
  if (!isActiveStatus(ticket.status)) return null;
  if (!asking) {
    return (
      <p class="solve">
        <button type="button" class="button button-quiet" onClick={() => setAsking(true)}>
          <Icon name="check" />
          {t('solve.button')}
        </button>
      </p>
    );
  }
  return (
    <div class="box" role="group" aria-label={t('solve.question')}>
      <p>
        <b>{t('solve.question')}</b> {t('solve.text')}
      </p>
      <Refused refusal={refusal} />
      <div class="form-foot">
        <button
          ref={yes}
          type="button"
          class="button"
          disabled={busy}
          onClick={() =>
            void run(async () => {
              onTicket(await api.solve(ticket.id));
              setAsking(false);
            })
          }
        >
          {t('solve.yes')}
        </button>
        <button
          type="button"
          class="button button-quiet"
          onClick={() => {
            forget();
            setAsking(false);
          }}
        >
          {t('solve.no')}
        </button>
      </div>
    </div>
  );
}
