import type { NotToldInChat, PortalTicket, TellBy } from '@fairlead/contract';
import { useState } from 'preact/hooks';
import { channelNames } from '../chats/channel-names.ts';
import { usePortal, useSpeech } from '../context.ts';
import { Refused } from '../refused.tsx';
import { goesNowhere, TellChoice, tidied } from '../tell-choice.tsx';
import { useDeed } from '../use-deed.ts';

interface Props {
  ticket: PortalTicket;
  onTicket: (ticket: PortalTicket) => void;
}

/** How the customer is told of this ticket, to be changed at any time while it is worked on. */
export function Told({ ticket, onTicket }: Props) {
  const { t } = useSpeech();
  const { api } = usePortal();
  const { busy, refusal, run } = useDeed();
  /** What was chosen and is not saved yet. */
  const [wish, setWish] = useState<{ tellBy: TellBy | null } | null>(null);
  const [tried, setTried] = useState(false);
  const [saved, setSaved] = useState(false);
  const tellBy = wish ? wish.tellBy : ticket.tellBy;

  function submit(event: SubmitEvent) {
    event.preventDefault();
    setTried(true);
    if (goesNowhere(tellBy)) return;
    void run(async () => {
      onTicket(await api.tell(ticket.id, tidied(tellBy)));
      setWish(null);
      setTried(false);
      setSaved(true);
    });
  }
  return (
    <form class="form" noValidate onSubmit={submit}>
      {ticket.notTold && <NotTold missed={ticket.notTold} />}
      <TellChoice
        value={tellBy}
        tried={tried}
        kept={ticket.tellBy}
        onValue={(next) => {
          setSaved(false);
          setWish({ tellBy: next });
        }}
      />
      <Refused refusal={refusal} />
      {(wish || (ticket.notTold?.why === 'disconnected' && ticket.tellBy)) && (
        <div class="form-foot">
          <button type="submit" class="button button-quiet" disabled={busy}>
            {t('tell.save')}
          </button>
        </div>
      )}
      <p role="status" class="quiet">
        {saved && t('tell.saved')}
      </p>
    </form>
  );
}

/** The chat that was chosen is not the way, or was not the last time. */
function NotTold({ missed: { channel, why, byEmail } }: { missed: NotToldInChat }) {
  const { t } = useSpeech();
  if (why === 'unread') return <p class="notice">{t('tell.live.unread')}</p>;
  if (channel === 'chat') return <p class="notice">{t(`tell.live.closed.${byEmail ? 'email' : 'page'}`)}</p>;
  const name = channelNames[channel] ?? channel;
  const what = why === 'disconnected' ? 'ended' : 'failed';
  return <p class="notice">{t(`tell.${what}.${byEmail ? 'email' : 'page'}`, { name })}</p>;
}
