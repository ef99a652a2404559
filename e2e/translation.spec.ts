import { endpoints, type TranslationSettings } from '@fairlead/contract';
import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent, fromConsole, signInBy } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';
import { startServer } from './server.ts';
import { startTranslationDesk } from './translation-server.ts';

const txid = '5b8e0c47a19d3f62e7048bd1c95a6f30724e8db16c9f05a3d28417e6bc90f35a';
const asked = `Tôi đã nạp 100 USDT nhưng chưa nhận được tiền, TXID là ${txid}`;
const answer = `Your deposit of 100 USDT is on its way, TXID ${txid}`;
const refusal = 'Do not send any more coins to this address please';

test('an agent reads Vietnamese in English, answers in English, and the customer gets Vietnamese with the TXID untouched', async ({
  browserOf,
}) => {
  test.setTimeout(180_000);
  const desk = await startTranslationDesk([
    {
      vi: `Tôi đã nạp {100 USDT} nhưng chưa nhận được tiền, TXID là {${txid}}`,
      en: `I have deposited {100 USDT} but I have not received the money yet, the TXID is {${txid}}`,
    },
    {
      en: `Your deposit of {100 USDT} is on its way, TXID {${txid}}`,
      vi: `Khoản nạp {100 USDT} của bạn đang được xử lý, TXID {${txid}}`,
    },
    // Wrong, as a machine may be.
    { en: refusal, vi: 'Vui lòng gửi thêm tiền đến địa chỉ này nhé bạn' },
    { en: 'Shall I look into this deposit for you?', vi: 'Tôi có nên kiểm tra khoản nạp này cho bạn không?' },
    { en: 'Yes, please', vi: 'Vâng, nhờ bạn' },
    { en: 'No, thank you', vi: 'Không, cảm ơn' },
  ]);
  const server = await startServer([], { settings: { MODELS_AT: 'loopback' } });
  try {
    const lead = new Agent(await browserOf(), server.url);
    const { page } = lead;
    const found: string[] = [];

    await test.step('the demo comes with a translator: a Russian customer and an agent who reads English', async () => {
      const ivan = new Customer(await browserOf(), server.url, 'ru');
      await ivan.visit('verified-ru');
      await ivan.open();
      await ivan.begin();
      await ivan.say('Мой депозит 100 USDT до сих пор не зачислен.');
      await ivan.say('Кот уронил мой кошелёк в аквариум.');
      await lead.comeIn('daniel@example.com', '/inbox/all');
      await lead.open('Кот уронил');
      const translated = page.getByRole('region', { name: 'Translated from Russian' });
      await expect(translated.first()).toContainText('My deposit of 100 USDT has not arrived.');
      // What the service leaves as it was is not shown a second time.
      await expect(translated.last()).toHaveText('Not translated: the provider gave it back as it was');
      found.push(...(await findings(page, 'a message that the provider left as it was')));
      await lead.sendAtOnce();
      await lead.composer.fill('Which network did you use?');
      await page.getByRole('button', { name: 'Translate into Russian' }).click();
      const preview = page.getByRole('dialog', { name: 'Translated reply' });
      await expect(preview.getByRole('textbox')).toHaveValue('Какую сеть вы использовали?');
      await preview.getByRole('textbox').fill('Иван, какую сеть вы использовали?');
      await preview.getByRole('button', { name: 'Send translation' }).click();
      await expect(ivan.messages.filter({ hasText: 'Иван, какую сеть' })).toHaveCount(1);
      await expect(ivan.log.getByText(/^Машинный перевод, язык оригинала:/)).toHaveCount(1);
    });

    await test.step('an administrator does without', async () => {
      await signInBy(page.request, server.url, 'mei@example.com');
      const { settings, saveSettings } = endpoints.translation;
      const kept = (await (await page.request.get(server.url + settings.path)).json()) as TranslationSettings;
      const saved = await page.request.put(server.url + saveSettings.path, {
        headers: fromConsole,
        data: { ...kept, provider: 'none', url: '', atOnce: false },
      });
      await expect(saved, 'the settings').toBeOK();
    });

    const guest = new Customer(await browserOf(), server.url, 'vi');
    await guest.visit(null);
    await guest.open();
    await guest.begin();
    await guest.say(asked);

    await test.step('without a provider it is said that nothing is translated', async () => {
      await lead.comeIn('mei@example.com', '/inbox/all');
      await lead.open('Tôi đã nạp');
      await expect(page.getByText('no translation is set up')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Translate' })).toHaveCount(0);
    });

    await test.step('a provider is tried and saved', async () => {
      await lead.visit('/settings/translation');
      await page.getByRole('combobox', { name: 'Provider' }).click();
      await page.getByRole('option', { name: 'LibreTranslate' }).click();
      await page.getByRole('textbox', { name: 'Address of the API' }).fill(desk.url);
      await page.getByRole('button', { name: 'Translate the sentence' }).click();
      await expect(page.getByText(/^Score \d+%/)).toBeVisible();
      found.push(...(await findings(page, 'translation settings')));
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByText('Translation settings saved')).toBeVisible();
    });

    await test.step('the agent reads it in English; the TXID never left', async () => {
      await lead.visit('/inbox/all');
      await lead.open('Tôi đã nạp');
      await lead.entry('Tôi đã nạp').getByRole('button', { name: 'Translate' }).click();
      const translated = page.getByRole('region', { name: 'Translated from Vietnamese' });
      await expect(translated).toContainText(
        'I have deposited 100 USDT but I have not received the money yet',
      );
      expect(desk.read.join(' ')).not.toContain(txid);
      found.push(...(await findings(page, 'a translated message')));
    });

    await test.step('the agent answers in English, sees it in Vietnamese, and sends that', async () => {
      await lead.composer.fill(answer);
      await page.getByRole('button', { name: 'Translate into Vietnamese' }).click();
      const preview = page.getByRole('dialog', { name: 'Translated reply' });
      await expect(preview.getByRole('textbox')).toHaveValue(
        `Khoản nạp 100 USDT của bạn đang được xử lý, TXID ${txid}`,
      );
      found.push(...(await findings(page, 'a translated reply')));
      await preview.getByRole('button', { name: 'Send translation' }).click();
      await expect(guest.messages.filter({ hasText: 'Khoản nạp 100 USDT' })).toHaveCount(1);
      await expect(guest.log.getByText('Nội dung được dịch máy từ Tiếng Anh.')).toHaveCount(1);
      await expect(page.getByRole('region', { name: 'Written in English' })).toContainText(
        'Your deposit of 100',
      );
    });

    await test.step('one that turns the sense round is shown to be so, and corrected', async () => {
      await lead.composer.fill(refusal);
      await page.getByRole('button', { name: 'Translate into Vietnamese' }).click();
      const preview = page.getByRole('dialog', { name: 'Translated reply' });
      await expect(preview.getByText('The original says “not”; the translation does not.')).toBeVisible();
      await expect(preview.getByRole('button', { name: 'Send all the same' })).toBeVisible();
      await preview.getByRole('textbox').fill('Vui lòng không gửi thêm tiền đến địa chỉ này');
      await preview.getByRole('button', { name: 'Send translation' }).click();
      await expect(guest.messages.filter({ hasText: 'Vui lòng không gửi thêm' })).toHaveCount(1);
    });

    await test.step('answers to choose from go along in Vietnamese, and what is chosen reads in English', async () => {
      await lead.composer.fill('Shall I look into this deposit for you?');
      await page.getByRole('button', { name: 'Answers to choose from' }).click();
      for (const reply of ['Yes, please', 'No, thank you']) {
        await page.getByRole('textbox', { name: 'Answers to choose from' }).fill(reply);
        await page.keyboard.press('Enter');
      }
      await page.getByRole('button', { name: 'Translate into Vietnamese' }).click();
      const preview = page.getByRole('dialog', { name: 'Translated reply' });
      await expect(preview.getByRole('textbox', { name: 'Yes, please' })).toHaveValue('Vâng, nhờ bạn');
      found.push(...(await findings(page, 'translated answers to choose from')));
      await preview.getByRole('button', { name: 'Send translation' }).click();
      const offered = guest.chat.getByRole('group', { name: guest.text('message.quickReplies') });
      await offered.getByRole('button', { name: 'Vâng, nhờ bạn' }).click();
      await lead.entry('Vâng, nhờ bạn').last().getByRole('button', { name: 'Translate' }).click();
      await expect(page.getByRole('region', { name: 'Translated from Vietnamese' }).last()).toContainText(
        'Yes, please',
      );
    });

    await test.step('what is missing in a language is shown, and drafted where it is written', async () => {
      await lead.visit('/settings/translation/coverage?kind=macro&lang=de');
      await expect(page.getByRole('region', { name: 'Languages' })).toContainText('German');
      found.push(...(await findings(page, 'coverage of languages')));
      await page
        .getByRole('link', { name: /^Write “.*” in German$/ })
        .first()
        .click();
      const macro = page.getByRole('dialog', { name: /^Change/ });
      const written = macro.getByRole('textbox', { name: 'Text in Deutsch' });
      await expect(written).toHaveValue('');
      await macro.getByRole('button', { name: 'Draft a translation from English' }).click();
      await expect(written).not.toHaveValue('');
      await expect(macro.getByText(/^Translated by machine/)).toBeVisible();
    });
    expect(found).toEqual([]);
  } finally {
    await server.stop();
    await desk.stop();
  }
});
