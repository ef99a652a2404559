import {
  type Conversation,
  endpoints,
  type Message,
  type PrivateChatStanding,
  type PrivateLinkView,
} from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Link2, ShieldAlert, ShieldCheck } from 'lucide-react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { usePrivateLink } from './private-link-query.ts';
import { PublicChoiceStrip } from './public-choice-strip.tsx';
import { Strip } from './strip.tsx';
import type { PublicChoice } from './use-public-choice.ts';

interface Props {
  conversation: Conversation;
  messages: readonly Message[];
  /** Null where nothing can be answered. */
  choice: PublicChoice | null;
  /** What is written so far. */
  text: string;
  onInvite: (text: string) => void;
}

/** Links in public answers that lead to a private chat: offers one, and says which chat is whose, at both ends. Nothing on other channels. */
export function PrivateLinkStrip({ conversation, messages, choice, text, onInvite }: Props) {
  const { id } = conversation;
  const { link: data, settled } = usePrivateLink(conversation, messages);
  if (!data) return null;
  const { offered, link, from } = data;
  return (
    <>
      {(offered || link) && (
        <PublicEnd
          key={id}
          conversation={conversation}
          offered={offered && settled && choice !== null}
          link={link}
          onInvite={onInvite}
        />
      )}
      {from && <PrivateEnd from={from} />}
      {from && choice && <PublicChoiceStrip choice={choice} length={from.length} text={text} />}
    </>
  );
}

function PublicEnd({
  conversation,
  offered,
  link,
  onInvite,
}: Pick<Props, 'conversation' | 'onInvite'> & Pick<PrivateLinkView, 'offered' | 'link'>) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const toast = useToast();
  const make = useMutation({
    mutationFn: () => call(endpoints.privateLinks.make, { params: { id: conversation.id } }),
    onSuccess: async ({ text }) => {
      onInvite(text);
      await client.invalidateQueries({ queryKey: ['private-link', conversation.id] });
    },
  });
  const revoke = useMutation({
    mutationFn: (revoked: boolean) =>
      call(endpoints.privateLinks.revoke, { params: { id: conversation.id }, body: { revoked } }),
    onSuccess: async (_, revoked) => {
      await client.invalidateQueries({ queryKey: ['private-link', conversation.id] });
      if (revoked)
        toast.show({
          title: t('inbox.link.revoke.done'),
          action: { label: t('inbox.undo'), run: () => revoke.mutate(false), undoes: true },
        });
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
          {link && link.state !== 'proven' && (
            <span className="text-ink-3">
              {link.openedAt
                ? t('inbox.link.opened', { at: format.dateTime(link.openedAt) })
                : t('inbox.link.unopened')}
            </span>
          )}
          {link?.chats.map((chat) => (
            <span key={chat.conversationId} className="whitespace-nowrap">
              <OtherEnd {...chat} /> · {t(`inbox.link.standing.${chat.standing}`)}
            </span>
          ))}
        </span>
        {link?.state === 'open' && (
          <Button size="sm" variant="quiet" loading={revoke.isPending} onClick={() => revoke.mutate(true)}>
            {t('inbox.link.revoke')}
          </Button>
        )}
        {offered && (
          <Button size="sm" variant="quiet" loading={make.isPending} onClick={() => make.mutate()}>
            {t('inbox.link.make')}
          </Button>
        )}
      </Strip>
      <FormError error={make.error ?? revoke.error} />
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
