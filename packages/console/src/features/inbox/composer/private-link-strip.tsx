import {
  type Channel,
  type Conversation,
  endpoints,
  type Message,
  type PrivateChatStanding,
  type PrivateLinkView,
} from '@fairlead/contract';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Link2, ShieldAlert, ShieldCheck } from 'lucide-react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Strip } from './strip.tsx';

/** Where people write publicly, and where a link of ours leads. */
const concerned: readonly Channel[] = ['x', 'facebook', 'chat'];

/** `told`: what becomes of a link stands in the thread as a line. */
const linkQuery = (id: string, told: number) =>
  queryOptions({
    queryKey: ['private-link', id, told],
    queryFn: () => call(endpoints.privateLinks.read, { params: { id } }),
    staleTime: 60_000,
    placeholderData: (before: PrivateLinkView | undefined) => before,
  });

interface Props {
  conversation: Conversation;
  messages: readonly Message[];
  onInvite: (text: string) => void;
}

/** Links in public answers that lead to a private chat: offers one, and says which chat is whose, at both ends. Nothing on other channels. */
export function PrivateLinkStrip({ conversation, messages, onInvite }: Props) {
  const { id, channel, lastSeq } = conversation;
  // In public what may be done changes with every answer; most chats have nothing of it.
  const told =
    channel === 'chat' ? messages.filter((it) => it.system?.key.startsWith('private_chat_')).length : lastSeq;
  const isConcerned = concerned.includes(channel);
  const { data, isPlaceholderData } = useQuery({
    ...linkQuery(id, told),
    enabled: isConcerned,
  });
  if (!isConcerned || !data) return null;
  const { offered, link, from } = data;
  return (
    <>
      {(offered || link) && (
        <PublicEnd
          key={id}
          conversation={conversation}
          offered={offered && !isPlaceholderData}
          link={link}
          onInvite={onInvite}
        />
      )}
      {from && <PrivateEnd from={from} />}
    </>
  );
}

function PublicEnd({
  conversation,
  offered,
  link,
  onInvite,
}: Omit<Props, 'messages'> & Pick<PrivateLinkView, 'offered' | 'link'>) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: () => call(endpoints.privateLinks.make, { params: { id: conversation.id } }),
    onSuccess: async ({ text }) => {
      onInvite(text);
      await client.invalidateQueries({ queryKey: ['private-link', conversation.id] });
    },
  });
  return (
    <>
      <Strip tone="calm" icon={<Link2 aria-hidden />}>
        <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-0.5">
          <span>
            {link === null
              ? t('inbox.link.none')
              : link.state === 'open'
                ? t('inbox.link.open', { until: format.dateTime(link.expiresAt) })
                : t(`inbox.link.${link.state}`)}
          </span>
          {link?.chats.map((chat) => (
            <span key={chat.conversationId} className="whitespace-nowrap">
              <OtherEnd {...chat} /> · {t(`inbox.link.standing.${chat.standing}`)}
            </span>
          ))}
        </span>
        {offered && (
          <Button size="sm" variant="quiet" loading={make.isPending} onClick={() => make.mutate()}>
            {t('inbox.link.make')}
          </Button>
        )}
      </Strip>
      <FormError error={make.error} />
    </>
  );
}

const icons: Record<PrivateChatStanding, typeof ShieldCheck> = {
  proven: ShieldCheck,
  unproven: ShieldAlert,
  other: ShieldAlert,
};

function PrivateEnd({ from }: { from: NonNullable<PrivateLinkView['from']> }) {
  const t = useT();
  const Icon = icons[from.standing];
  return (
    <Strip tone={from.standing === 'proven' ? 'calm' : 'warning'} icon={<Icon aria-hidden />}>
      <span className="min-w-0 flex-1">
        {t(`inbox.link.from.${from.standing}`)} <OtherEnd {...from} />
      </span>
    </Strip>
  );
}

/** The conversation at the other end, to go to where one may. */
function OtherEnd({
  conversationId,
  number,
  reachable,
}: {
  conversationId: string;
  number: number;
  reachable: boolean;
}) {
  const name = `#${number}`;
  return reachable ? (
    <Link
      to="/inbox/$view/$conversationId"
      params={{ view: 'all', conversationId }}
      className="font-medium underline underline-offset-2"
    >
      {name}
    </Link>
  ) : (
    <span>{name}</span>
  );
}
