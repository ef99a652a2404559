import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { fileIn, formIn } from '../facebook/read-form.ts';
import {
  type AccountState,
  addLine,
  addNotice,
  type ChatLine,
  chatOf,
  fileOf,
  keepMedia,
  subscriptions,
  templates,
} from './account-state.ts';
import { fieldsOf } from './fields-of.ts';
import { registerArticles } from './register-articles.ts';
import type { WechatAccount } from './send-push.ts';
import { type RefusalName, refusal } from './wechat-errors.ts';

/** What WeChat refuses from now on, and how far its clock is ahead; switched while it runs. */
export interface Faults {
  refuse: RefusalName | null;
  /** So many calls are refused; then all is well again. */
  times: number;
  aheadHours: number;
  /** The account is not a service account: it has no menus of choices. */
  noMenus: boolean;
}

interface Options {
  readonly account: WechatAccount;
  readonly state: AccountState;
  readonly faults: Faults;
  readonly now: () => number;
  /** This server's address, under which articles are read. */
  readonly address: () => string;
}

type Fields = Readonly<Record<string, unknown>>;

const tokenSeconds = 7200;
const early = 300_000;
const windowHours = 48;
const mostAnswers = 5;
const mostBytes = 2048;
const megabyte = 1024 * 1024;
const kinds = { image: 10 * megabyte, voice: 2 * megabyte, video: 10 * megabyte } as const;

/** The API of one account, as far as answering customers needs it. */
export function registerWechatApi(scope: FastifyInstance, options: Options): void {
  const { account, state, faults, now } = options;
  /** Names of attempts to send a template, so that each is sent once. */
  const sentKeys = new Set<string>();
  scope.addContentTypeParser(/^multipart\/form-data/, { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  scope.addHook('onSend', async (_request, reply, payload) => {
    // As WeChat's answers say of themselves.
    if (typeof payload === 'string') reply.header('content-type', 'application/json; encoding=utf-8');
    return payload;
  });

  function tokenOf(given: Fields): object {
    if (given['appid'] !== account.appId) return refusal('app_id');
    if (given['secret'] !== account.secret) return refusal('secret');
    const [current] = [...state.tokens].filter(([, until]) => until - early > now());
    const [value, until] = current ?? [randomBytes(48).toString('base64url'), now() + tokenSeconds * 1000];
    state.tokens.set(value, until);
    return { access_token: value, expires_in: Math.floor((until - now()) / 1000) };
  }
  scope.get('/token', async ({ query }) => tokenOf(query as Fields));
  scope.post('/stable_token', async ({ body }) => tokenOf(fieldsOf(body)));

  scope.register(async (signedIn) => {
    signedIn.addHook('onRequest', async (request, reply) => {
      const { access_token: token = '' } = request.query as Readonly<Record<string, string | undefined>>;
      const until = state.tokens.get(token);
      if (until === undefined) return reply.send(refusal('credential'));
      if (until <= now()) return reply.send(refusal('ended'));
      if (!faults.refuse || faults.times <= 0) return;
      faults.times--;
      return reply.send(refusal(faults.refuse));
    });

    registerArticles(signedIn, options);

    signedIn.get('/get_api_domain_ip', async () => ({ ip_list: ['127.0.0.1'] }));

    signedIn.get('/user/info', async ({ query }) => {
      const { openid } = query as Fields;
      return state.followers.some((it) => it.openid === openid)
        ? { subscribe: 1, openid, nickname: '', sex: 0, language: 'zh_CN', remark: '', tagid_list: [] }
        : refusal('openid');
    });

    signedIn.post('/message/template/send', async ({ body }) => {
      const { touser, template_id: templateId, url, data, client_msg_id: key } = fieldsOf(body);
      const openid = String(touser);
      const template = templates[String(templateId)];
      if (!state.followers.some((it) => it.openid === openid)) return refusal('openid');
      if (!template) return refusal('template');
      const values = template.fields.map((name) => fieldsOf(fieldsOf(data)[name])['value']);
      if (!values.every((it) => typeof it === 'string' && it !== '')) return refusal('argument');
      if (typeof key === 'string' && sentKeys.has(key)) return { errcode: 0, errmsg: 'ok', msgid: 1 };
      if (typeof key === 'string') sentKeys.add(key);
      const link = typeof url === 'string' ? [url] : [];
      const id = addNotice(state, openid, [`【${template.title}】`, ...values, ...link].join('\n'), now());
      return { errcode: 0, errmsg: 'ok', msgid: Number(id.slice(-9)) };
    });

    signedIn.post('/message/subscribe/bizsend', async ({ body }) => {
      const { touser, template_id: templateId, data } = fieldsOf(body);
      const openid = String(touser);
      const template = subscriptions[String(templateId)];
      if (!state.followers.some((it) => it.openid === openid)) return refusal('openid');
      if (!template) return refusal('template');
      const values = template.fields.map((name) => fieldsOf(fieldsOf(data)[name])['value']);
      if (!values.every((it) => typeof it === 'string' && it !== '')) return refusal('argument');
      const agreed = `${openid} ${String(templateId)}`;
      const left = state.agreed.get(agreed) ?? 0;
      if (left === 0) return refusal('not_agreed');
      state.agreed.set(agreed, left - 1);
      addNotice(state, openid, [`【${template.title}】`, ...values].join('\n'), now());
      return { errcode: 0, errmsg: 'ok' };
    });

    signedIn.post('/qrcode/create', async ({ body }) => {
      const { expire_seconds: seconds = 60, action_name: kind, action_info: info } = fieldsOf(body);
      const scene = fieldsOf(fieldsOf(info)['scene'])['scene_str'];
      // Words may have 64 characters, and hold for 30 days.
      const forEver = kind === 'QR_LIMIT_STR_SCENE';
      if (
        (kind !== 'QR_STR_SCENE' && !forEver) ||
        typeof scene !== 'string' ||
        scene.length < 1 ||
        scene.length > 64
      )
        return refusal('scene');
      const lasts = forEver ? Number.POSITIVE_INFINITY : Math.min(Number(seconds), 2_592_000);
      const id = state.nextId();
      const [url, ticket] = [`http://weixin.qq.com/q/02${id}`, `gQH${Buffer.from(id).toString('base64url')}`];
      state.scenes.set(url, { scene, ticket, until: now() + lasts * 1000 });
      const [oldest] = state.scenes.keys();
      if (state.scenes.size > 100 && oldest !== undefined) state.scenes.delete(oldest);
      return { ticket, ...(forEver ? {} : { expire_seconds: lasts }), url };
    });

    signedIn.post('/media/upload', async (request, reply) => {
      const { type } = request.query as Fields;
      const file = fileIn(await formIn(request), 'media');
      if (type !== 'image' && type !== 'voice' && type !== 'video') return refusal('media_type');
      if (!file || file.bytes.length > kinds[type]) return refusal('media_type');
      const media_id = keepMedia(state, type, file);
      return reply.send({ type, media_id, created_at: Math.floor(now() / 1000) });
    });

    signedIn.get('/media/get', async ({ query }, reply) => {
      const file = state.media.get(String((query as Fields)['media_id']));
      if (!file) return refusal('media');
      reply.header('content-disposition', `attachment; filename="${file.name}"`);
      return reply.type(file.type).send(Buffer.from(file.bytes));
    });

    signedIn.post('/message/custom/send', async ({ body }) => {
      const message = fieldsOf(body);
      const openid = String(message['touser']);
      if (!state.followers.some((it) => it.openid === openid)) return refusal('openid');
      const { writtenAt, answers } = chatOf(state, openid);
      if (writtenAt === null || now() - writtenAt > windowHours * 3_600_000) return refusal('window');
      if (answers >= mostAnswers) return refusal('too_many');
      const line = lineOf(message);
      if (typeof line === 'string') return refusal(line);
      addLine(state, openid, { ...line, fromAccount: true, at: now() });
      return { errcode: 0, errmsg: 'ok' };
    });
  });

  function lineOf(message: Fields): Pick<ChatLine, 'text' | 'file' | 'choices'> | RefusalName {
    const kind = String(message['msgtype']);
    const content = fieldsOf(message[kind]);
    if (kind === 'text') {
      const text = String(content['content'] ?? '');
      return Buffer.byteLength(text) > mostBytes ? 'too_long' : { text, file: null, choices: [] };
    }
    if (kind === 'msgmenu') {
      if (faults.noMenus) return 'account_type';
      const choices = (Array.isArray(content['list']) ? content['list'] : []).map((it: unknown) => ({
        id: String(fieldsOf(it)['id']),
        content: String(fieldsOf(it)['content']),
      }));
      return { text: String(content['head_content'] ?? ''), file: null, choices };
    }
    if (!(kind in kinds)) return 'message_type';
    const file = fileOf(state, String(content['media_id']));
    return file ? { text: '', file, choices: [] } : 'media';
  }
}
