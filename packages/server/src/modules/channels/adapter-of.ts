import type { Channel } from '@fairlead/contract';
import { chatAdapter } from './adapters/chat.ts';
import type { ChannelAdapter } from './port.ts';

const adapters: Record<Channel, ChannelAdapter> = { chat: chatAdapter };

/** How a channel is spoken. */
export function adapterOf(channel: Channel): ChannelAdapter {
  return adapters[channel];
}
