import { type Channel, channels } from '@fairlead/contract';
import { type Translate, useT } from '../../../i18n/i18n.tsx';
import { ChannelIcon } from '../../../ui/channel-icon.tsx';

const isKnown = (channel: string): channel is Channel => channels.some((it) => it === channel);

/** What a channel is called; those that this release does not know yet keep their own name. */
export const channelLabel = (t: Translate, channel: string): string =>
  isKnown(channel) ? t(`customers.channel.${channel}`) : channel;

/** A channel by its icon, named for those who do not see it. */
export function ChannelMark({ channel }: { channel: string }) {
  const t = useT();
  const label = channelLabel(t, channel);
  return (
    <span title={label} className="text-ink-3">
      <ChannelIcon channel={channel} className="size-4" />
      <span className="sr-only">{label}</span>
    </span>
  );
}
