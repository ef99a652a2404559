import { z } from 'zod';
import type { FetchContext } from '../../port.ts';
import { callWechat } from './api-call.ts';

const made = z.object({ url: z.string().min(1) });

/**
 * Has WeChat make a QR code of the account with a word of ours in it, for so many seconds or for ever (https://developers.weixin.qq.com/doc/service/api/qrcode/qrcodes/api_createqrcode).
 * Answers what the code holds. Whoever scans it follows the account, if they do not yet, and WeChat tells us the word (`decodePush`). Throws SendError;
 * only verified service accounts may.
 */
export async function sceneLink(
  scene: string,
  seconds: number | null,
  calling: Omit<FetchContext, 'maximumBytes'>,
): Promise<string> {
  const info = { action_info: { scene: { scene_str: scene } } };
  const body =
    seconds === null
      ? { action_name: 'QR_LIMIT_STR_SCENE', ...info }
      : { expire_seconds: seconds, action_name: 'QR_STR_SCENE', ...info };
  return (await callWechat(calling, { path: 'qrcode/create', body }, made)).url;
}
