import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { registerExchange } from './exchange/register-exchange.ts';
import { registerExplorers } from './explorer/register-explorers.ts';
import { registerFacebook } from './facebook/register-facebook.ts';
import type { FacebookApp } from './facebook/send-webhook.ts';
import { registerPageFiles } from './page-files.ts';
import { registerPlainPage } from './plain-page.ts';
import { registerDemoApi } from './register-demo-api.ts';
import { registerTelegram } from './telegram/register-telegram.ts';
import type { TelegramWorld } from './telegram/telegram-world.ts';
import { registerTranslator } from './translator/register-translator.ts';
import { registerWechat } from './wechat/register-wechat.ts';
import type { WechatAccount } from './wechat/send-push.ts';
import { registerX } from './x/register-x.ts';
import type { XApp } from './x/send-webhook.ts';

export interface PlaygroundOptions {
  /** The key of the chat inbox that the page embeds. */
  readonly inboxKey: string;
  /** The secret with which that inbox checks signed identities (HS256). */
  readonly identitySecret: string;
  /** The same of the portal's inbox; without it there is no way to the portal. */
  readonly portalSecret?: string | null;
  /** Where the built page lies; by default this package's `dist`. */
  readonly assetsDir?: string;
  readonly now?: () => Date;
  /** Telegram, with people who may write to its one bot; without, there is none. */
  readonly telegram?: TelegramWorld | null;
  /** With these the exchange's gateway tells of its customers; without, there is none. */
  readonly exchangeKeys?: { readonly key: string; readonly secret: string; readonly token: string } | null;
  /** With it there is a page at Facebook, which this app answers for. */
  readonly facebook?: FacebookApp | null;
  /** With it there is an official account at WeChat, which this is. */
  readonly wechat?: WechatAccount | null;
  /** With it there is an account at X, which this app answers for. */
  readonly x?: XApp | null;
}

/**
 * Mounts the world outside under `/playground/`: a trading page that embeds the chat, the exchange's public API
 * behind it, explorers of its chains, a service that translates, and the back end that signs customers in. For demonstrations and tests only: it signs anybody in.
 */
export function registerPlayground(app: FastifyInstance, options: PlaygroundOptions): void {
  const now = options.now ?? (() => new Date());
  const assetsDir = options.assetsDir ?? fileURLToPath(new URL('../../dist', import.meta.url));

  app.get('/playground', async (request, reply) => {
    const query = request.url.indexOf('?');
    return reply.redirect(`/playground/${query < 0 ? '' : request.url.slice(query)}`);
  });
  app.register(
    async (scope) => {
      const { inboxKey, identitySecret, portalSecret = null } = options;
      registerDemoApi(scope, { inboxKey, identitySecret, portalSecret, now });
      registerPlainPage(scope, options.inboxKey);
      registerPageFiles(scope, assetsDir);
      const keys = options.exchangeKeys ?? null;
      scope.register(async (exchange) => registerExchange(exchange, now, { keys }), { prefix: '/exchange' });
      const { telegram } = options;
      if (telegram)
        scope.register(async (it) => void registerTelegram(it, telegram), { prefix: '/telegram' });
      scope.register(async (explorers) => registerExplorers(explorers, now), { prefix: '/explorer' });
      scope.register(async (translator) => registerTranslator(translator), { prefix: '/translator' });
      const app = options.facebook;
      if (app)
        scope.register(async (facebook) => registerFacebook(facebook, { app, now }), { prefix: '/facebook' });
      const account = options.wechat;
      if (account)
        scope.register(async (wechat) => registerWechat(wechat, { account, now }), { prefix: '/wechat' });
      const { x } = options;
      if (x) scope.register(async (it) => registerX(it, { app: x, now }), { prefix: '/x' });
    },
    { prefix: '/playground' },
  );
}
