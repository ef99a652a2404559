import { randomBytes } from 'node:crypto';
import type { WechatAccount } from '@fairlead/playground';
import { connectSocialInbox, readInbox } from '../modules/channels/index.ts';
import { system } from '../platform/actor.ts';
import type { Platform } from '../platform/platform.ts';
import { playgroundAddress } from './demo-exchange.ts';

/** The demo's official account: with other secrets at every start, since WeChat is in the same process. */
export function demoWechat(): WechatAccount {
  return {
    appId: 'wx0000000000htxdemo',
    secret: randomBytes(16).toString('hex'),
    encodingAesKey: randomBytes(32).toString('base64').slice(0, 43),
    token: '',
    webhookUrl: null,
  };
}

/** Connects the demo's inbox to the simulated account, as an administrator would, and enters the inbox's address there, anew at every start. */
export async function connectDemoWechat(
  platform: Platform,
  inboxId: string,
  account: WechatAccount,
  port: number,
): Promise<void> {
  const inbox = await readInbox(platform.database.reader(), inboxId);
  if (!inbox) return;
  const playground = playgroundAddress(platform.config.HOST, port);
  const { social, trouble } = await connectSocialInbox(platform, system('demo'), inboxId, {
    accountName: 'HTX 公众号',
    appId: account.appId,
    wechatSecret: account.secret,
    encodingAesKey: account.encodingAesKey,
    wechatUrl: `${playground}/wechat`,
  });
  if (trouble) platform.log.warn({ trouble }, 'the demo has no WeChat');
  account.token = social?.verifyToken ?? '';
  account.webhookUrl = new URL(`/api/channels/social/${inbox.key}/webhook`, playground).href;
}
