export type { Faults } from './server/exchange/gateway/faults.ts';
export { registerExchange } from './server/exchange/register-exchange.ts';
export type { EtherscanFaults } from './server/explorer/register-etherscan.ts';
export { registerExplorers, simulatedExplorerKey } from './server/explorer/register-explorers.ts';
export { registerFacebook } from './server/facebook/register-facebook.ts';
export type { FacebookApp } from './server/facebook/send-webhook.ts';
export { type PlaygroundOptions, registerPlayground } from './server/register-playground.ts';
export { registerTelegram } from './server/telegram/register-telegram.ts';
export {
  createTelegramWorld,
  demoPeople,
  demoTelegramChannel,
  type TelegramWorld,
} from './server/telegram/telegram-world.ts';
export { demoPhrases } from './server/translator/phrase-book.ts';
export { demoLanguages, type Phrase } from './server/translator/phrases/phrase.ts';
export { registerTranslator, simulatedTranslatorKey } from './server/translator/register-translator.ts';
export { registerWechat } from './server/wechat/register-wechat.ts';
export type { WechatAccount } from './server/wechat/send-push.ts';
export { registerX } from './server/x/register-x.ts';
export type { XApp } from './server/x/send-webhook.ts';
