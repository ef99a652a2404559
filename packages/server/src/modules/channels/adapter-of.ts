import type { Channel } from '@fairlead/contract';
import { chatAdapter } from './adapters/chat.ts';
import { emailAdapter } from './adapters/email/email-adapter.ts';
import { portalAdapter } from './adapters/portal.ts';
import type { ChannelAdapter } from './port.ts';

const adapters: Record<Channel, ChannelAdapter> = {
  chat: chatAdapter,
  portal: portalAdapter,
  email: emailAdapter,
};

/** How a channel is spoken. */
export function adapterOf(channel: Channel): ChannelAdapter {
  return adapters[channel];
}
