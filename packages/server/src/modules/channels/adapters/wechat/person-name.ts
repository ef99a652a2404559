import { z } from 'zod';
import type { FetchContext } from '../../port.ts';
import { callWechat } from './api-call.ts';

const person = z.object({ remark: z.string().nullish(), nickname: z.string().nullish() });

/** The name that the account's operators noted for a follower. Names of their own WeChat has told nobody since the end of 2021. */
export async function personName(
  openid: string,
  calling: Omit<FetchContext, 'maximumBytes'>,
): Promise<string | null> {
  const { remark, nickname } = await callWechat(
    calling,
    { path: 'user/info', query: { openid, lang: 'zh_CN' } },
    person,
  );
  return remark?.trim() || nickname?.trim() || null;
}
