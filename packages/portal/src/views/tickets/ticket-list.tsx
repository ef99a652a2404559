import type { PortalTicketLine } from '@fairlead/contract';
import { Icon } from '@fairlead/widget/views/icon.tsx';
import { type Loaded, useLoaded } from '../../data/use-loaded.ts';
import { AlertsLink } from '../alerts/alerts-link.tsx';
import { Bones } from '../bones.tsx';
import { ChatsLink } from '../chats/chats-link.tsx';
import { CheckLink } from '../check/check-link.tsx';
import { usePortal, useSpeech } from '../context.ts';
import { FreezeLink } from '../freeze/freeze-link.tsx';
import { Link } from '../link.tsx';
import { Problem } from '../problem.tsx';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';
import { TicketCard } from './ticket-card.tsx';

interface Lines {
  items: PortalTicketLine[];
  next: string | null;
}
const pageSize = 20;

/** The customer's tickets, those that changed last first. */
export function TicketList({ state }: { state: 'active' | 'all' }) {
  const { t } = useSpeech();
  const { api } = usePortal();
  const more = useDeed();
  // Whatever happens in any of them may change their order or their marks.
  const lines: Loaded<Lines> = useLoaded(
    `list ${state}`,
    () => api.list({ state, limit: Math.min(100, Math.max(pageSize, lines.value?.items.length ?? 0)) }),
    () => true,
  );
  const { value, refusal } = lines;
  return (
    <>
      <div class="list-head">
        <h1 class="grow" tabIndex={-1}>
          {t('list.title')}
        </h1>
        <Link class="button" to={{ at: 'new', category: null }}>
          <Icon name="write" />
          {t('new.title')}
        </Link>
      </div>
      <nav class="tabs" aria-label={t('list.filter')}>
        <Link to={{ at: 'tickets', state: 'active' }} current={state === 'active'}>
          {t('list.open')}
        </Link>
        <Link to={{ at: 'tickets', state: 'all' }} current={state === 'all'}>
          {t('list.all')}
        </Link>
      </nav>
      {!value && refusal ? (
        <Problem refusal={refusal} onRetry={lines.reload} />
      ) : !value ? (
        <Bones />
      ) : value.items.length === 0 ? (
        <section class="empty">
          <Icon name="check" />
          <h2>{t(state === 'all' ? 'list.none' : 'list.noneOpen')}</h2>
          <p>{t('list.invite')}</p>
        </section>
      ) : (
        <ul class="cards">
          {value.items.map((line) => (
            <li key={line.id}>
              <TicketCard line={line} />
            </li>
          ))}
        </ul>
      )}
      {value?.next && (
        <button
          type="button"
          class="button button-quiet"
          disabled={more.busy}
          onClick={() =>
            void more.run(async () => {
              const page = await api.list({ state, limit: pageSize, cursor: value.next ?? '' });
              const known = new Set(value.items.map(({ id }) => id));
              const fresh = page.items.filter(({ id }) => !known.has(id));
              lines.set({ items: [...value.items, ...fresh], next: page.next });
            })
          }
        >
          {t('list.more')}
        </button>
      )}
      <Refused refusal={more.refusal} />
      {/* With the list above them, which would push them away from under the finger that is about to press one. */}
      {(value || refusal) && (
        <>
          <CheckLink />
          <AlertsLink />
          <ChatsLink />
          <FreezeLink />
        </>
      )}
    </>
  );
}
