import { z } from 'zod';
import type { FetchContext } from '../../port.ts';
import { callWechat } from './api-call.ts';

const made = z.object({ url: z.string().min(1) });

/**
 * Has WeChat make a QR code of the account with a word of ours in it, for so many seconds (https://developers.weixin.qq.com/doc/service/api/qrcode/qrcodes/api_createqrcode).
 * Answers what the code holds. Whoever scans it follows the account, if they do not yet, and WeChat tells us the word (`decodePush`). Throws SendError;
 * only verified service accounts may.
 */
export async function sceneLink(
  scene: string,
  seconds: number,
  calling: Omit<FetchContext, 'maximumBytes'>,
): Promise<string> {
  const body = {
    expire_seconds: seconds,
    action_name: 'QR_STR_SCENE',
    action_info: { scene: { scene_str: scene } },
  };
  return (await callWechat(calling, { path: 'qrcode/create', body }, made)).url;
}
