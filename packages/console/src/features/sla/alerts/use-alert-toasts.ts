import type { AgentEvent, SlaAlert } from '@fairlead/contract';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { useLive } from '../../../live/live-provider.tsx';
import { usePreference } from '../../../shell/preferences.ts';
import { useToast } from '../../../ui/toast.tsx';
import { chime } from '../../inbox/attention/chime.ts';
import { notify } from '../../inbox/attention/notify.ts';
import { alertKindOf, alertWords } from './alert-words.ts';

const stays = 8_000;
/** A sweep may find many late at once: then one toast tells of all, and the list has each. */
const mostToasts = 2;
const burst = 3_000;

/** Tells the agent on every page of what is late or soon will be; a call stays until it is answered or closed. */
export function useAlertToasts(onList: () => void): void {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const { listen } = useLive();
  const [sound] = usePreference('alertSound');
  const [notification] = usePreference('alertNotification');
  const lately = useRef<number[]>([]);
  const shown = useRef(new Set<string>());

  const close = (id: string) => {
    shown.current.delete(id);
    toast.close(id);
  };
  const tell = (alert: SlaAlert) => {
    const now = performance.now();
    lately.current = [...lately.current.filter((at) => now - at < burst), now];
    const many = lately.current.length > mostToasts && !alert.onCall;
    const id = many ? 'sla-alerts' : `sla-${alert.id}`;
    const title = many ? t('sla.alert.many', { count: lately.current.length }) : alertWords(t, alert);
    const open = () =>
      many ? onList() : void navigate({ to: '/tickets/$ticketId', params: { ticketId: alert.ticketId } });
    shown.current.add(id);
    toast.show({
      id,
      title,
      tone: alertKindOf(alert) === 'warning' ? 'neutral' : 'danger',
      duration: alert.onCall ? 0 : stays,
      action: { label: t(many ? 'sla.alerts.show' : 'sla.alert.open'), run: open },
    });
    if (sound === 'on') chime();
    if (notification === 'on') notify({ id, title, onOpen: open });
  };
  const hear = useRef<(event: AgentEvent) => void>(() => {});
  useEffect(() => {
    hear.current = (event) => {
      if (event.type !== 'sla.alert') return;
      if (event.alert.acknowledgedAt === null) tell(event.alert);
      else close(`sla-${event.alert.id}`);
    };
  });
  useEffect(() => listen((event) => hear.current(event)), [listen]);
  useEffect(() => {
    const { current } = shown;
    // Whoever signs in next has no part in them.
    return () => {
      for (const id of current) toast.close(id);
      current.clear();
    };
  }, [toast]);
}
