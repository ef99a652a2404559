import type { Channel } from '@fairlead/contract';

/** The channels on which a reply can offer answers to choose from. */
export const quickReplyChannels: readonly Channel[] = ['chat', 'telegram', 'facebook', 'wechat'];
