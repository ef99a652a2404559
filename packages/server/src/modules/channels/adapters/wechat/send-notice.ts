import { z } from 'zod';
import { ConsentRefused, type SendContext, type TemplateNotice } from '../../port.ts';
import { callWechat } from './api-call.ts';
import { WechatError } from './refusal-of.ts';

/** UTF-16 units that WeChat takes in a field, by what the field's name begins with; others hold 200. */
const limits: ReadonlyArray<readonly [string, number]> = [
  ['thing', 20],
  ['phrase', 5],
  ['const', 20],
  ['character_string', 32],
  ['short_thing', 5],
];
const usual = 200;

const sent = z.object({ errcode: z.literal(0), msgid: z.number() });
const accepted = z.object({ errcode: z.literal(0) });

/** Sends a notice by a template of either kind. Throws SendError. */
export const sendNotice = (notice: TemplateNotice, context: SendContext): Promise<{ externalId: string }> =>
  notice.byConsent ? sendSubscription(notice, context) : sendTemplate(notice, context);

/** They have refused, or all that they agreed to was sent. */
const notAgreed = 43101;

/**
 * Sends a subscription notice (https://developers.weixin.qq.com/doc/service/api/notify/notify/api_sendnewsubscribemsg), once for each time that they agreed. It
 * opens nothing: WeChat documents pages of mini programs only. Throws SendError, and ConsentRefused where nothing of their agreement is left.
 */
async function sendSubscription(
  { templateId, fields }: TemplateNotice,
  context: SendContext,
): Promise<{ externalId: string }> {
  const body = { touser: context.address, template_id: templateId, data: dataOf(fields) };
  try {
    await callWechat(context, { path: 'message/subscribe/bizsend', body }, accepted);
    return { externalId: context.key };
  } catch (error) {
    if (error instanceof WechatError && error.code === notAgreed) throw new ConsentRefused(error.message);
    throw error;
  }
}

/**
 * Sends a template message (https://developers.weixin.qq.com/doc/service/api/notify/template/api_sendtemplatemessage), which WeChat takes at any time for who
 * follows the account (43004 otherwise). Names the attempt, so that WeChat sends it once. Throws SendError.
 */
async function sendTemplate(
  { templateId, fields, link }: TemplateNotice,
  context: SendContext,
): Promise<{ externalId: string }> {
  const body = {
    touser: context.address,
    template_id: templateId,
    ...(link !== null && { url: link }),
    data: dataOf(fields),
    client_msg_id: context.key.replaceAll('-', '').slice(0, 32),
  };
  const { msgid } = await callWechat(context, { path: 'message/template/send', body }, sent);
  return { externalId: String(msgid) };
}

const dataOf = (fields: TemplateNotice['fields']) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value: fitted(name, value) }]));

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** A value as its field takes it; WeChat refuses the message otherwise. Moments are by WeChat's own clock. Pure. */
export function fitted(name: string, value: string | Date): string {
  if (value instanceof Date) return clock.format(value);
  const limit = limits.find(([kind]) => name.startsWith(kind))?.[1] ?? usual;
  const line = value.replace(/\s+/g, ' ').trim();
  return line.length <= limit ? line : `${line.slice(0, limit - 1).toWellFormed()}…`;
}
