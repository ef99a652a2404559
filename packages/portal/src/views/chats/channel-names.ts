import type { Channel } from '@fairlead/contract';

/** Names of platforms, which are the same in every language. */
export const channelNames: { readonly [Name in Channel]?: string } = {
  telegram: 'Telegram',
  facebook: 'Messenger',
  wechat: 'WeChat',
  x: 'X',
};
