import type { Channel } from '@fairlead/contract';
import { fail } from '../../platform/fail.ts';
import { chatAdapter } from './adapters/chat.ts';
import { emailAdapter } from './adapters/email/email-adapter.ts';
import { facebookAdapter } from './adapters/facebook/facebook-adapter.ts';
import { portalAdapter } from './adapters/portal.ts';
import { telegramAdapter } from './adapters/telegram/telegram-adapter.ts';
import { wechatAdapter } from './adapters/wechat/wechat-adapter.ts';
import { xAdapter } from './adapters/x/x-adapter.ts';
import type { ChannelAdapter } from './port.ts';

const adapters: { readonly [Name in Channel]?: ChannelAdapter } = {
  chat: chatAdapter,
  portal: portalAdapter,
  email: emailAdapter,
  facebook: facebookAdapter,
  telegram: telegramAdapter,
  wechat: wechatAdapter,
  x: xAdapter,
};

/** Whether this release speaks a channel. */
export const isSpoken = (channel: Channel): boolean => adapters[channel] !== undefined;

/** How a channel is spoken. Throws `request.invalid` for one that this release does not speak. */
export function adapterOf(channel: Channel): ChannelAdapter {
  const adapter = adapters[channel];
  if (!adapter) throw fail('request.invalid', { field: 'channel' });
  return adapter;
}
