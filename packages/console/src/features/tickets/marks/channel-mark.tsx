import { type LucideIcon, Mail, MessageCircle, Radio } from 'lucide-react';
import { type Translate, useT } from '../../../i18n/i18n.tsx';

const icons: Readonly<Record<string, LucideIcon>> = { chat: MessageCircle, email: Mail };

/** What a channel is called; those that this release does not know yet keep their own name. */
export const channelLabel = (t: Translate, channel: string): string =>
  channel === 'chat' || channel === 'portal' || channel === 'email'
    ? t(`customers.channel.${channel}`)
    : channel;

/** A channel by its icon, named for those who do not see it. */
export function ChannelMark({ channel }: { channel: string }) {
  const t = useT();
  const Icon = icons[channel] ?? Radio;
  const label = channelLabel(t, channel);
  return (
    <span title={label} className="text-ink-3">
      <Icon className="size-4" aria-hidden />
      <span className="sr-only">{label}</span>
    </span>
  );
}
