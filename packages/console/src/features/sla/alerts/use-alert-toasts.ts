import type { SlaAlert } from '@fairlead/contract';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { usePreference } from '../../../shell/preferences.ts';
import { useToast } from '../../../ui/toast.tsx';
import { chime } from '../../inbox/attention/chime.ts';
import { notify } from '../../inbox/attention/notify.ts';
import { alertKindOf, alertWords } from './alert-words.ts';

const stays = 8_000;
/** A sweep may find many late at once: then one toast tells of all, and the list has each. */
const mostToasts = 2;
const burst = 3_000;

/**
 * Tells the agent on every page of what has come to the list since it was first there, whether an event brought it or a fetch after one
 * was missed. A call stays until it is answered or closed.
 */
export function useAlertToasts(alerts: readonly SlaAlert[] | undefined, onList: () => void): void {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const [sound] = usePreference('alertSound');
  const [notification] = usePreference('alertNotification');
  const lately = useRef<number[]>([]);
  const shown = useRef(new Set<string>());
  const known = useRef<ReadonlySet<string> | null>(null);

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
  const latest = useRef(tell);
  useEffect(() => {
    latest.current = tell;
  });
  useEffect(() => {
    if (!alerts) return;
    const before = known.current;
    known.current = new Set(alerts.map(({ id }) => id));
    if (!before) return;
    for (const alert of alerts.toReversed()) if (!before.has(alert.id)) latest.current(alert);
    // Acknowledged here or in another window, or cleared.
    for (const id of before) if (!known.current.has(id)) toast.close(`sla-${id}`);
  }, [alerts, toast]);
  useEffect(() => {
    const { current } = shown;
    // Whoever signs in next has no part in them.
    return () => {
      for (const id of current) toast.close(id);
      current.clear();
    };
  }, [toast]);
}
