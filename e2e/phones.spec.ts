import type { Locale } from '@fairlead/contract';
import { expect, type Locator, type Page } from '@playwright/test';
import { Agent } from './agent.ts';
import { test } from './journey.ts';
import { phoneText, toldText } from './phone-text.ts';

/** One whole journey on each platform, each in another language; the console is in its agent's. */
interface Journey {
  readonly platform: string;
  readonly locale: Locale;
  /** Whose phone it is, so that other journeys are not met there. */
  readonly query: string;
  /** The chat on the page; opens what must be opened before somebody can write. */
  readonly enter: (page: Page, say: (key: string) => string) => Promise<Locator>;
  readonly keys: { readonly message: string; readonly send: string };
  readonly asks: string;
  readonly answer: string;
  readonly thanks: string;
}

const shared = { message: 'facebook.message', send: 'facebook.send' };

const journeys: readonly Journey[] = [
  {
    platform: 'telegram',
    locale: 'ru',
    query: '',
    async enter(page, say) {
      await page.getByRole('combobox', { name: say('phone.person') }).selectOption({ label: 'Олег Смирнов' });
      await page.getByRole('button', { name: say('phone.start') }).click();
      return page.getByRole('main');
    },
    keys: { message: 'phone.write', send: 'phone.send' },
    asks: 'Не пришёл мой депозит 250 USDT',
    answer: 'Проверили: депозит зачислен.',
    thanks: 'Спасибо, теперь вижу его',
  },
  {
    platform: 'facebook',
    locale: 'vi',
    query: '&customer=24764291359857',
    enter: async (page, say) => page.getByRole('region', { name: say('facebook.messenger') }),
    keys: shared,
    asks: 'Tôi chưa nhận được 250 USDT đã nạp',
    answer: 'Khoản nạp của bạn đã được ghi có.',
    thanks: 'Cảm ơn, tôi đã thấy rồi',
  },
  {
    platform: 'x',
    locale: 'ja',
    query: '&customer=3805104375',
    enter: async (page, say) => page.getByRole('region', { name: say('x.messages') }),
    keys: shared,
    asks: '250 USDTの入金がまだ反映されません',
    answer: '入金を確認し、反映いたしました。',
    thanks: 'ありがとうございます、確認できました',
  },
  {
    platform: 'wechat',
    locale: 'zh-CN',
    query: '&customer=oAbCd5Kd5ggOC-bXrbNODIiE3bG2',
    async enter(page, say) {
      const chat = page.getByRole('region', { name: say('wechat.chat') });
      await chat.getByRole('button', { name: say('wechat.showKeyboard') }).click();
      return chat;
    },
    keys: { message: 'wechat.message', send: 'wechat.send' },
    asks: '我充值的 250 USDT 还没有到账',
    answer: '已核实，您的充值已经到账。',
    thanks: '谢谢，已经看到了',
  },
];

for (const { platform, locale, query, enter, keys, asks, answer, thanks } of journeys) {
  test(`somebody asks on ${platform} in ${locale}, is answered, and told that it is over`, async ({
    browserOf,
    demo,
  }) => {
    const say = (key: string) => phoneText(locale, key);
    const page = await browserOf({ viewport: { width: 390, height: 844 } });
    const mei = new Agent(await browserOf(), demo);
    const opened = page.goto(`${demo}/playground/${platform}?locale=${locale}${query}`);
    await Promise.all([opened, mei.comeIn('mei@example.com', '/inbox/all')]);
    await expect(page.locator(`[lang="${locale}"]`).first()).toBeVisible();
    const phone = await enter(page, say);
    const write = async (text: string) => {
      await phone.getByRole('textbox', { name: say(keys.message) }).fill(text);
      await phone.getByRole('button', { name: say(keys.send), exact: true }).click();
    };
    await write(asks);
    await mei.open(asks);
    await mei.sendAtOnce();
    await mei.reply(answer);
    await expect(phone.getByText(answer)).toBeVisible();
    await write(thanks);
    await expect(mei.messages.last()).toHaveText(thanks);
    await mei.act('Close');
    await expect(phone.getByText(toldText(locale, 'line.closed'))).toBeVisible();
  });
}
