import { registerPlayground } from '@fairlead/playground';
import { demoExchange, demoExplorers, makeDemoExchangeKeys } from './demo/demo-exchange.ts';
import { connectDemoFacebook, demoFacebook } from './demo/demo-facebook.ts';
import { connectDemoTelegram, demoTelegram, withPlatformsHere } from './demo/demo-telegram.ts';
import { setUpDemoTranslator, withTranslatorHere } from './demo/demo-translator.ts';
import { connectDemoWechat, demoWechat } from './demo/demo-wechat.ts';
import { connectDemoX, demoX } from './demo/demo-x.ts';
import { type Demo, seedDemo } from './demo/seed-demo.ts';
import type { Config } from './platform/config/settings.ts';
import { wantsDemo } from './platform/config/wants-demo.ts';
import { type Server, startServer } from './server.ts';

/** Starts a node, with the demo exchange and the world that is simulated around it where the settings want them. */
export async function startNode(options: {
  config: Config;
  connectionString: string;
  dataDirectory: string;
}): Promise<{ server: Server; demo: Demo | null }> {
  if (!wantsDemo(options.config)) return { server: await startServer(options), demo: null };
  const config = withTranslatorHere(withPlatformsHere(options.config));
  const exchangeKeys = makeDemoExchangeKeys();
  const telegram = demoTelegram();
  const facebook = demoFacebook();
  const wechat = demoWechat();
  const x = demoX();
  let demo: Demo | null = null;
  const server = await startServer({
    ...options,
    config,
    async prepare(platform) {
      demo = await seedDemo(platform);
      if (demo)
        registerPlayground(platform.http.app, { ...demo, exchangeKeys, telegram, facebook, wechat, x });
    },
  });
  const seeded = demo as Demo | null;
  if (!seeded) return { server, demo: null };
  const { platform, port, exchange } = server;
  if (!config.EXCHANGE_URL) exchange.connect(demoExchange(config.HOST, port, exchangeKeys));
  if (!config.EXPLORERS) exchange.explore(demoExplorers(config.HOST, port));
  // A demo of an earlier version may lack one.
  const { telegramInboxId, facebookInboxId, wechatInboxId, xInboxId } = seeded;
  // As everywhere, the node is there before the platforms outside know of it.
  Promise.all([
    telegramInboxId && connectDemoTelegram(platform, telegramInboxId, telegram, port),
    facebookInboxId && connectDemoFacebook(platform, facebookInboxId, facebook, port),
    wechatInboxId && connectDemoWechat(platform, wechatInboxId, wechat, port),
    xInboxId && connectDemoX(platform, xInboxId, x, port),
    setUpDemoTranslator(platform, port),
  ]).catch((err: unknown) => platform.log.warn({ err }, 'the demo is not connected'));
  return { server, demo: seeded };
}
