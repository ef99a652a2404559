import type { AgentEvent, Conversation } from '@fairlead/contract';
import { useEffect, useRef } from 'react';
import { type Translate, useT } from '../../../i18n/i18n.tsx';
import { sayMarks } from '../../../i18n/say-marks.ts';
import { useLive } from '../../../live/live-provider.tsx';
import { useMe } from '../../../session.tsx';
import { usePreference } from '../../../shell/preferences.ts';
import { useToast } from '../../../ui/toast.tsx';
import { customerName } from '../../customers/customer-name.ts';
import { useOpenConversation } from '../use-open-conversation.ts';
import { useWatched } from '../use-watched.ts';
import { type Alert, alertOf } from './alert-of.ts';
import { chime } from './chime.ts';
import { notify } from './notify.ts';
import { type Standing, standingOf } from './standing-of.ts';

/** Of an offer, which lapses, and of a danger: whoever comes back to the desk should still find it. */
const longStays = 15_000;
const stays = 8_000;
const lasting: ReadonlySet<Alert['kind']> = new Set(['offered', 'danger']);

/** Tells the agent, on whatever page, of offers, of customers' messages in their conversations, and of mentions. */
export function useAlerts(mine: readonly Conversation[] | undefined): void {
  const t = useT();
  const toast = useToast();
  const { listen } = useLive();
  const agentId = useMe().agent.id;
  const watched = useWatched();
  const open = useOpenConversation();
  const [sound] = usePreference('alertSound');
  const [notification] = usePreference('alertNotification');
  const told = useRef(new Set<string>());
  const standings = useRef<Map<string, Standing> | null>(null);

  useEffect(() => {
    // What is on screen needs no telling any more.
    if (watched) toast.close(toastOf(watched));
  }, [watched, toast]);

  const tell = (alert: Alert) => {
    const { id, conversationId, view, title, description } = wordsOf(alert, t);
    const show = () => open(conversationId, view);
    told.current.add(id);
    toast.show({
      id,
      title,
      description,
      duration: lasting.has(alert.kind) ? longStays : stays,
      ...(alert.kind === 'danger' && { tone: 'danger' as const }),
      action: { label: t('inbox.alert.open'), run: show },
    });
    if (sound === 'on') chime();
    if (notification === 'on') notify({ id, title, onOpen: show });
  };
  const hear = useRef<(event: AgentEvent) => void>(() => {});
  useEffect(() => {
    hear.current = (event) => {
      const known = standings.current;
      const id = 'conversation' in event ? event.conversation.id : '';
      const before = known ? (known.get(id) ?? 'none') : 'unknown';
      const alert = alertOf(event, { agentId, watched, before });
      // Noted at once: the list on which it stands is drawn later than the next event may come.
      if (known && 'conversation' in event) {
        known.delete(event.conversation.id);
        for (const [key, standing] of entryOf(event.conversation, agentId)) known.set(key, standing);
      }
      if (alert) tell(alert);
    };
  });
  useEffect(() => {
    // An offer whose event was missed, or overtaken by a fetch, is told of all the same.
    for (const conversation of mine ?? [])
      if (standingOf(conversation, agentId) === 'offered')
        hear.current({ type: 'conversation.changed', conversation });
    standings.current = mine ? new Map(mine.flatMap((item) => entryOf(item, agentId))) : null;
  }, [mine, agentId]);
  useEffect(() => {
    const { current } = told;
    // Whoever signs in next has no part in them.
    return () => {
      for (const id of current) toast.close(id);
      current.clear();
    };
  }, [toast]);
  useEffect(() => listen((event) => hear.current(event)), [listen]);
}

function entryOf(conversation: Conversation, agentId: string): [string, Standing][] {
  const standing = standingOf(conversation, agentId);
  return standing ? [[conversation.id, standing]] : [];
}

/** One toast a conversation: the newest alert takes the place of the one before. */
const toastOf = (conversationId: string) => `alert-${conversationId}`;

function wordsOf(alert: Alert, t: Translate) {
  if (alert.kind === 'mentioned') {
    const { conversationId, messageId, by } = alert;
    const title = t('inbox.mentioned', { name: by });
    return { id: messageId, conversationId, view: 'mentions', title, description: '' };
  }
  const { conversation, kind } = alert;
  return {
    id: toastOf(conversation.id),
    conversationId: conversation.id,
    view: 'mine',
    title: t(`inbox.alert.${kind}`, { name: customerName(t, conversation.customer) }),
    description:
      alert.kind === 'danger'
        ? t(`system.${alert.line}`)
        : sayMarks(t, alert.text) || t('inbox.row.attachment'),
  };
}
