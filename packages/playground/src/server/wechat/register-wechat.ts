import type { FastifyInstance } from 'fastify';
import { type Article, createAccountState } from './account-state.ts';
import { fieldsOf } from './fields-of.ts';
import { registerPhoneApi } from './register-phone-api.ts';
import { type Faults, registerWechatApi } from './register-wechat-api.ts';
import {
  confirmAddress,
  createPushSender,
  type Delivery,
  type Push,
  type WechatAccount,
} from './send-push.ts';

const megabyte = 1024 * 1024;

/**
 * An official account at WeChat, with the API for it (`cgi-bin`), where its files lie (`files`), and what a phone shows and sends (`api`). All
 * it holds is forgotten when the process ends.
 */
export function registerWechat(
  scope: FastifyInstance,
  { account, now }: { readonly account: WechatAccount; readonly now: () => Date },
): void {
  const state = createAccountState(() => now().getTime());
  const faults: Faults = { refuse: null, times: 0, aheadHours: 0, noMenus: false };
  const delivery: Delivery = { twice: false, holding: 0 };
  const clock = () => now().getTime() + faults.aheadHours * 3_600_000;
  const send = createPushSender(account, delivery);
  let last: Promise<unknown> = Promise.resolve();
  let address = '';

  /** One after the other, as they happened. Whoever did it does not wait. */
  const announce = (push: Push) => {
    last = last.then(() => send(push));
  };

  scope.addHook('onRequest', async (request) => {
    address = `${request.protocol}://${request.host}${scope.prefix}`;
  });
  scope.get<{ Params: { id: string } }>('/articles/:id', async (request, reply) => {
    const article = state.articles.get(request.params.id);
    if (!article || article.submittedAt === null) return reply.callNotFound();
    reply.header('content-security-policy', "default-src 'none'; sandbox");
    return reply.type('text/html; charset=utf-8').send(pageOf(article));
  });
  scope.get<{ Params: { '*': string } }>('/files/*', async (request, reply) => {
    const file = state.media.get(request.params['*']);
    if (!file) return reply.callNotFound();
    // What somebody sent is never taken for a page of ours.
    reply.header('content-security-policy', "default-src 'none'; sandbox");
    reply.header('x-content-type-options', 'nosniff');
    return reply
      .type(file.type.startsWith('image/') ? file.type : 'application/octet-stream')
      .send(Buffer.from(file.bytes));
  });
  /** What administrators enter at the developer platform. */
  scope.post('/address', async (request, reply) => {
    const { url, token, encodingAesKey } = fieldsOf(request.body);
    if (typeof token === 'string') account.token = token;
    if (typeof encodingAesKey === 'string') account.encodingAesKey = encodingAesKey;
    account.webhookUrl = typeof url === 'string' && URL.canParse(url) ? url : null;
    return (await confirmAddress(account)) ? { success: true } : reply.code(400).send({ success: false });
  });
  const bodyLimit = 26 * megabyte;
  scope.register(
    async (api) => registerWechatApi(api, { account, state, faults, now: clock, address: () => address }),
    {
      prefix: '/cgi-bin',
      bodyLimit,
    },
  );
  scope.register(
    async (phone) => registerPhoneApi(phone, { state, faults, delivery, now: clock, announce }),
    { prefix: '/api', bodyLimit },
  );
}

/** As readers of the account see it. What it says was escaped by who wrote it; its title is here. */
function pageOf({ title, content, source }: Article): string {
  const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => `&#${mark.codePointAt(0) ?? 0};`);
  const more = source === null ? '' : `<p><a href="${escaped(source)}">阅读原文</a></p>`;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escaped(title)}</title><h1>${escaped(title)}</h1>${content}${more}</html>`;
}
