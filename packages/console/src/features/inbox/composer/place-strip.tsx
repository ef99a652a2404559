import { type Conversation, endpoints, type PlatformPlace } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Clock, Globe, Lock, LockOpen } from 'lucide-react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { useNow } from '../use-now.ts';
import { placeQuery } from './place-query.ts';
import { PostLengthNote } from './post-length-note.tsx';
import { Strip } from './strip.tsx';
import { windowState } from './window-state.ts';

interface PlaceStripProps {
  conversation: Conversation;
  /** The customer's last message: another one opens another window. */
  answered: number;
  /** What is written so far. */
  text: string;
  onInvite: (text: string) => void;
}

/** What a reply on a platform meets: that everybody reads it, and until when it is taken. Nothing on other channels. */
export function PlaceStrip({ conversation, answered, text, onInvite }: PlaceStripProps) {
  const { data: place } = useQuery(placeQuery(conversation.id, answered));
  if (!place) return null;
  return (
    <>
      {place.isPublic && <PublicStrip place={place} text={text} onInvite={onInvite} />}
      {place.privately !== null && <PrivateStrip conversationId={conversation.id} place={place} />}
      {!place.isPublic && <WindowStrip place={place} />}
    </>
  );
}

function PublicStrip({
  place,
  text,
  onInvite,
}: { place: PlatformPlace } & Omit<PlaceStripProps, 'conversation' | 'answered'>) {
  const t = useT();
  const { invitation } = place;
  return (
    <Strip tone="warning" icon={<Globe aria-hidden />}>
      <span className="min-w-0 flex-1">
        {t('inbox.place.public')} {place.length && <PostLengthNote text={text} {...place.length} />}
      </span>
      {invitation !== null && (
        <Button size="sm" variant="quiet" onClick={() => onInvite(invitation)}>
          {t('inbox.place.public.invite')}
        </Button>
      )}
    </Strip>
  );
}

/** Goes on with a public conversation in private, and back. */
function PrivateStrip({ conversationId, place }: { conversationId: string; place: PlatformPlace }) {
  const t = useT();
  const client = useQueryClient();
  const go = useMutation({
    mutationFn: (wish: boolean) =>
      call(endpoints.conversations.goPrivate, { params: { id: conversationId }, body: { private: wish } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['platform-place', conversationId] }),
  });
  const begun = place.privately === 'begun';
  return (
    <>
      <Strip tone="calm" icon={begun ? <Lock aria-hidden /> : <LockOpen aria-hidden />}>
        <span className="min-w-0 flex-1">
          {t(begun ? 'inbox.place.private' : 'inbox.place.private.possible')}
        </span>
        <Button size="sm" variant="quiet" loading={go.isPending} onClick={() => go.mutate(!begun)}>
          {t(begun ? 'inbox.place.private.back' : 'inbox.place.private.go')}
        </Button>
      </Strip>
      <FormError error={go.error} />
    </>
  );
}

function WindowStrip({ place }: { place: PlatformPlace }) {
  const t = useT();
  const format = useFormat();
  const now = useNow('moment');
  const state = windowState(place, now);
  switch (state.kind) {
    case 'none':
      return null;
    case 'open':
      return (
        <Strip tone={state.soon ? 'warning' : 'calm'} icon={<Clock aria-hidden />}>
          {t('inbox.place.window', { left: format.duration(state.left) })}
        </Strip>
      );
    case 'late':
      return (
        <Strip tone="warning" icon={<Clock aria-hidden />}>
          {t('inbox.place.window.late', {
            since: format.duration(state.since),
            left: format.duration(state.left),
          })}
        </Strip>
      );
    case 'closed':
      return (
        <Strip tone="danger" icon={<Clock aria-hidden />}>
          {t('inbox.place.window.closed')}
        </Strip>
      );
  }
}
