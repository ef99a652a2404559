import type { Conversation, Message } from '@fairlead/contract';
import { Check, CheckCheck, Clock3, type LucideIcon } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { cx } from '../../../ui/cx.ts';
import { type DeliveryStage, deliveryOf } from './delivery-of.ts';

const ticks: Record<Exclude<DeliveryStage, 'failed'>, { icon: LucideIcon; className: string }> = {
  queued: { icon: Clock3, className: 'text-ink-3' },
  sent: { icon: Check, className: 'text-ink-3' },
  delivered: { icon: CheckCheck, className: 'text-ink-3' },
  read: { icon: CheckCheck, className: 'text-accent-text' },
};

/** When a message was written, and how far it has come. */
export function MessageMeta({ message, conversation }: { message: Message; conversation: Conversation }) {
  const t = useT();
  const format = useFormat();
  const stage = deliveryOf(message, conversation);
  // A failure is said in full elsewhere.
  const tick = stage && stage !== 'failed' ? ticks[stage] : null;
  return (
    <span className="flex items-center gap-1 text-xs text-ink-3">
      <time dateTime={message.createdAt} title={format.dateTime(message.createdAt)}>
        {format.time(message.createdAt)}
      </time>
      {stage && tick && (
        <span className={cx('inline-flex items-center gap-1', tick.className)}>
          <tick.icon className="size-3.5" aria-hidden />
          {t(`inbox.delivery.${stage}`)}
        </span>
      )}
    </span>
  );
}
