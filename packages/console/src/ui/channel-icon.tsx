import type { Channel } from '@fairlead/contract';
import {
  AppWindow,
  Hash,
  type LucideIcon,
  Mail,
  MessageCircle,
  MessagesSquare,
  Radio,
  Send,
  ThumbsUp,
} from 'lucide-react';

const icons: { readonly [Name in Channel]: LucideIcon } = {
  chat: MessageCircle,
  portal: AppWindow,
  email: Mail,
  telegram: Send,
  facebook: ThumbsUp,
  wechat: MessagesSquare,
  x: Hash,
};

/** A channel's icon, for who sees; one that this release does not know yet has one of its own. Its name stands beside it. */
export function ChannelIcon({ channel, className }: { channel: string; className?: string }) {
  const Icon = icons[channel as Channel] ?? Radio;
  return <Icon className={className} aria-hidden />;
}
