import type { FastifyInstance } from 'fastify';
import {
  type AccountState,
  addLine,
  chatOf,
  type Follower,
  fileOf,
  keepMedia,
  menu,
  openWindow,
  subscriptions,
} from './account-state.ts';
import { fieldsOf } from './fields-of.ts';
import type { Faults } from './register-wechat-api.ts';
import type { Delivery, Push } from './send-push.ts';

interface Options {
  readonly state: AccountState;
  readonly faults: Faults;
  readonly delivery: Delivery;
  readonly now: () => number;
  readonly announce: (push: Push) => void;
}

/** What the phone of the mock-up asks: what stands on it, and what a person writes, taps and sends. */
export function registerPhoneApi(scope: FastifyInstance, options: Options): void {
  const { state, faults, delivery, now, announce } = options;

  const pushOf = ({ openid }: Follower, kind: string, fields: Push): Push => ({
    ToUserName: 'gh_demo',
    FromUserName: openid,
    CreateTime: Math.floor(now() / 1000),
    MsgType: kind,
    ...fields,
  });

  scope.get('/state', async (request, reply) => {
    const person = personIn(request.query);
    if (!person) return reply.code(404).send({ error: 'unknown person' });
    const { lines } = chatOf(state, person.openid);
    const articles = [...state.articles].flatMap(([id, { title, submittedAt }]) =>
      submittedAt === null ? [] : [{ id, title }],
    );
    const scans = [...state.scenes.values()].some(({ until }) => until > now());
    return { people: state.followers, lines, menu, articles, scans, faults: { ...faults, ...delivery } };
  });

  scope.post('/messages', async (request, reply) => {
    const person = personIn(request.body);
    const { text = '', menuId, picture } = fieldsOf(request.body);
    const mediaId = pictureIn(picture);
    if (!person || typeof text !== 'string' || (text === '' && mediaId === null))
      return reply.code(400).send({ error: 'person and text or picture are needed' });
    const file = mediaId === null ? null : fileOf(state, mediaId);
    const line = addLine(state, person.openid, { fromAccount: false, text, file, choices: [], at: now() });
    announce(
      pushOf(person, mediaId === null ? 'text' : 'image', {
        ...(mediaId === null ? { Content: text } : { PicUrl: 'http://mmbiz.qpic.cn/demo', MediaId: mediaId }),
        MsgId: line.id,
        ...(typeof menuId === 'string' && { bizmsgmenuid: menuId }),
      }),
    );
    return { id: line.id };
  });

  scope.post('/menu', async (request, reply) => {
    const person = personIn(request.body);
    const { key } = fieldsOf(request.body);
    if (!person || typeof key !== 'string' || !menu.some((it) => it === key))
      return reply.code(400).send({ error: 'person and key are needed' });
    const line = { fromAccount: false, text: key, file: null, choices: [], at: now() };
    const { id } = addLine(state, person.openid, line);
    announce(pushOf(person, 'event', { Event: 'CLICK', EventKey: key }));
    return { id };
  });

  /** Somebody answers the window that asks whether they want a notice, or switches it off in their settings. */
  scope.post('/consent', async (request, reply) => {
    const person = personIn(request.body);
    const { templateId, answer, scene = 1 } = fieldsOf(request.body);
    const known = typeof templateId === 'string' && subscriptions[templateId] !== undefined;
    if (!person || !known || (answer !== 'accept' && answer !== 'reject' && answer !== 'withdraw'))
      return reply.code(400).send({ error: 'person, templateId and answer are needed' });
    const agreed = `${person.openid} ${templateId}`;
    state.agreed.set(agreed, answer === 'accept' ? (state.agreed.get(agreed) ?? 0) + 1 : 0);
    const said = { TemplateId: templateId, SubscribeStatusString: answer === 'accept' ? 'accept' : 'reject' };
    announce(
      pushOf(person, 'event', {
        Event: answer === 'withdraw' ? 'subscribe_msg_change_event' : 'subscribe_msg_popup_event',
        SubscribeMsgPopupEvent: [answer === 'withdraw' ? said : { ...said, PopupScene: Number(scene) }],
      }),
    );
    return {};
  });

  /** Somebody holds the phone to a code: the newest one, unless they say which. `stranger`: they do not follow the account yet. */
  scope.post('/scan', async (request, reply) => {
    const person = personIn(request.body);
    const { url, stranger } = fieldsOf(request.body);
    const codes = [...state.scenes].filter(([, { until }]) => until > now());
    const code = (typeof url === 'string' ? codes.find(([it]) => it === url) : codes.at(-1))?.[1];
    if (!person || !code) return reply.code(400).send({ error: 'person and a code that holds are needed' });
    openWindow(state, person.openid, now());
    const event =
      stranger === true
        ? { Event: 'subscribe', EventKey: `qrscene_${code.scene}` }
        : { Event: 'SCAN', EventKey: code.scene };
    announce(pushOf(person, 'event', { ...event, Ticket: code.ticket }));
    return {};
  });

  scope.post('/faults', async (request, reply) => {
    const wish = fieldsOf(request.body);
    Object.assign(faults, pick(wish, ['refuse', 'times', 'aheadHours', 'noMenus']));
    Object.assign(delivery, pick(wish, ['twice', 'holding']));
    // Every token that was given is refused from now on.
    if (wish['endTokens'] === true) for (const token of state.tokens.keys()) state.tokens.set(token, 0);
    return reply.send({ ...faults, ...delivery });
  });

  const personIn = (from: unknown): Follower | undefined =>
    state.followers.find((it) => it.openid === fieldsOf(from)['person']);

  function pictureIn(from: unknown): string | null {
    const { name, type, data } = fieldsOf(from);
    if (typeof name !== 'string' || typeof type !== 'string' || typeof data !== 'string') return null;
    return keepMedia(state, 'image', { name, type, bytes: Uint8Array.from(Buffer.from(data, 'base64')) });
  }
}

const pick = (from: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]));
