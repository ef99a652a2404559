import { platformTroubles } from '@fairlead/contract';
import { z } from 'zod';
import { type Account, type Ask, type Credentials, type Grant, SendError } from '../../port.ts';
import { callWechat } from './api-call.ts';
import { isAesKey } from './message-cipher.ts';

const token = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const addresses = z.object({ ip_list: z.array(z.string()) });

/**
 * Asks for the access token, the stable one: asking again gives the same as long as it holds, and does not end one that others have
 * (https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken).
 */
export async function renewToken(credentials: Credentials, signal: AbortSignal, ask: Ask): Promise<Grant> {
  const { appId: appid = '', wechatSecret: secret = '' } = credentials;
  const body = { grant_type: 'client_credential', appid, secret, force_refresh: false };
  const call = { path: 'stable_token', body, withoutToken: true };
  const given = await callWechat({ credentials, signal, ask }, call, token);
  return { credentials: { accessToken: given.access_token }, seconds: given.expires_in };
}

/**
 * Asks for something harmless with the token. WeChat has no call that tells the account's name, and none that enters our address: both stay with
 * administrators. Throws SendError also for an EncodingAESKey that is none.
 */
export async function checkAccount(
  credentials: Credentials,
  signal: AbortSignal,
  ask: Ask,
): Promise<Account> {
  const { appId = '', encodingAesKey, accountName } = credentials;
  if (encodingAesKey !== undefined && !isAesKey(encodingAesKey))
    throw new SendError(platformTroubles.wrong_aes_key, { permanent: true });
  await callWechat({ credentials, signal, ask }, { path: 'get_api_domain_ip' }, addresses);
  return { name: accountName || appId, handle: null, link: null };
}
