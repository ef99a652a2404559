import { endpoints } from '@fairlead/contract';
import { startMailbox } from '@fairlead/server/testing/outside';
import { expect } from '@playwright/test';
import { findings, findingsInChat, findingsNow, openShadowRoots } from './accessibility.ts';
import { Agent, fromConsole } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';
import { startServer } from './server.ts';
import { startTranslationDesk } from './translation-server.ts';

/** Posts and letters leave by jobs, which are looked for twice a second. */
const patience = { timeout: 30_000 };
const title = 'TON withdrawals pause tonight';
const corrected = 'TON withdrawals pause on Monday';

test('an announcement is written, translated, approved by another, seen everywhere, corrected and withdrawn', async ({
  browserOf,
}) => {
  test.setTimeout(240_000);
  const desk = await startTranslationDesk([
    { en: '{TON} withdrawals pause tonight', vi: 'Tạm dừng rút {TON} tối nay' },
    { en: 'Please plan ahead.', vi: 'Vui lòng chuẩn bị trước.' },
  ]);
  const mailbox = await startMailbox();
  const server = await startServer([`--smtp-url=${mailbox.url}`], { settings: { MODELS_AT: 'loopback' } });
  try {
    const daniel = new Agent(await browserOf(), server.url);
    const mei = new Agent(await browserOf(), server.url);
    const { page } = daniel;
    const found: string[] = [];
    const reader = await browserOf();
    const phone = await browserOf({ viewport: { width: 390, height: 844 } });
    const posts = phone.locator('.phone-message.bot');
    const phoneNow = async () => {
      await phone.goto(`${server.url}/playground/telegram?locale=en&theme=light`);
      await phone.getByRole('combobox', { name: 'Person' }).selectOption({ label: 'HTX News' });
    };
    await daniel.comeIn('daniel@example.com', '/announcements');
    await mei.comeIn('mei@example.com', '/announcements');
    const saved = await mei.page.request.put(server.url + endpoints.translation.saveSettings.path, {
      headers: fromConsole,
      data: {
        provider: 'libretranslate',
        url: desk.url,
        model: '',
        seconds: 5,
        charactersPerDay: 1_000_000,
        languages: ['en', 'vi'],
        atOnce: false,
        tellCustomers: true,
        backCheck: false,
      },
    });
    await expect(saved, 'the translation is set up').toBeOK();

    await test.step('a customer chooses what they are sent', async () => {
      await reader.goto(`${server.url}/playground/?customer=pro-en&locale=en&theme=light`);
      await reader.getByRole('link', { name: 'My tickets' }).click();
      await reader.getByRole('link', { name: 'Announcements', exact: true }).click();
      await reader.getByLabel('Deposits and withdrawals').check();
      await reader.getByRole('button', { name: 'Save' }).click();
      await expect(reader.getByText(/^Letters go to a…@/)).toBeVisible();
      found.push(...(await findingsNow(reader, 'what a customer is sent')));
    });

    await test.step('it is written', async () => {
      found.push(...(await findings(page, 'the list')));
      await page.getByRole('button', { name: 'New announcement' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: 'Topic' }).click();
      await page.getByRole('option', { name: 'Deposits and withdrawals' }).click();
      await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
      await dialog.getByRole('textbox', { name: 'Summary' }).fill('Please plan ahead.');
      await dialog.getByRole('textbox', { name: 'Text' }).fill('Deposits **go on**.');
      await dialog.getByRole('button', { name: 'Create draft' }).click();
      await expect(page.getByRole('heading', { name: title })).toBeVisible();
    });

    await test.step('and told where it goes, with a look at how it reads there', async () => {
      await page.getByRole('checkbox', { name: 'Banner in chat and portal' }).check();
      await page.getByRole('checkbox', { name: 'Letters to subscribers' }).check();
      await expect(page.getByText('1 letter now')).toBeVisible();
      await page.getByRole('combobox', { name: 'Add a post' }).click();
      await page.getByRole('option', { name: 'Telegram' }).click();
      await page.getByRole('textbox', { name: 'Channel of Telegram' }).fill('@htx_demo_news');
      const where = page.locator('section', { has: page.getByRole('heading', { name: 'Where and when' }) });
      await where.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText(/\d+ of 4,?096/)).toBeVisible();
    });

    await test.step('a machine translates it, and a person stands by that', async () => {
      await page.getByRole('combobox', { name: 'Languages to translate into' }).click();
      await page.getByRole('option', { name: 'Tiếng Việt' }).click();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Translate by machine' }).click();
      const tab = page.getByRole('tab', { name: 'Tiếng Việt' });
      await expect(tab).toContainText('By machine');
      await page.getByRole('button', { name: 'Send to review' }).click();
      await expect(page.getByText(/have not been reviewed: Tiếng Việt/)).toBeVisible();
      await tab.click();
      await expect(page.getByRole('region', { name: 'Source language' })).toContainText(title);
      found.push(...(await findings(page, 'a text beside its source')));
      await page.getByRole('button', { name: 'Mark as reviewed' }).click();
      await expect(tab).not.toContainText('By machine');
    });

    await test.step('who wrote it cannot approve it; another can', async () => {
      await page.getByRole('button', { name: 'Send to review' }).click();
      await expect(page.getByText('somebody else approves it')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
      await mei.visit('/announcements?state=in_review');
      await mei.page.getByRole('link', { name: title }).click();
      await mei.page.getByRole('button', { name: 'Approve' }).click();
      await expect(mei.page.getByText('Approved', { exact: true })).toBeVisible();
      await mei.page.getByRole('button', { name: 'Publish now' }).click();
      await expect(mei.page.getByText('Posted', { exact: true })).toBeVisible(patience);
      await expect(mei.page.getByText(/^Letters: 1 sent/)).toBeVisible(patience);
      found.push(...(await findings(mei.page, 'what became of it')));
    });

    const guest = new Customer(await browserOf(), server.url, 'vi');
    await test.step('it stands in the help center, the chat, on Telegram and in a letter', async () => {
      await reader.goto(`${server.url}/announcements/vi/`);
      await reader.getByRole('link', { name: 'Tạm dừng rút TON tối nay' }).click();
      await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Tạm dừng rút TON tối nay');
      found.push(...(await findingsNow(reader, 'its page')));
      await openShadowRoots(guest.page);
      await guest.visit(null);
      await guest.open();
      await expect(guest.chat.getByRole('link', { name: 'Tạm dừng rút TON tối nay' })).toBeVisible();
      found.push(...(await findingsInChat(guest.page, guest.chat, 'the banner')));
      await phoneNow();
      await expect(posts).toHaveText([new RegExp(`^${title}`)]);
      expect(mailbox.letters.map((it) => it.text)).toEqual([expect.stringContaining(title)]);
    });

    await test.step('a banner that was put away stays away', async () => {
      await guest.chat.getByRole('button', { name: guest.text('notice.dismiss') }).click();
      await guest.visit(null);
      await guest.open();
      await expect(guest.chat.getByRole('button', { name: guest.text('home.new') })).toBeVisible();
      await expect(guest.chat.getByRole('link', { name: 'Tạm dừng rút TON tối nay' })).toHaveCount(0);
    });

    await test.step('a correction changes what stands there', async () => {
      await page.reload();
      await page.getByRole('button', { name: 'Correct' }).click();
      await page.getByRole('textbox', { name: 'Title' }).fill(corrected);
      const texts = page.locator('section', { has: page.getByRole('heading', { name: 'Texts' }) });
      await texts.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('tab', { name: 'Tiếng Việt' }).click();
      await page.getByRole('button', { name: 'Mark as reviewed' }).click();
      await expect(page.getByRole('button', { name: 'Mark as reviewed' })).toHaveCount(0);
      await page.getByRole('button', { name: 'Send to review' }).click();
      await expect(page.getByText('somebody else approves it')).toBeVisible();
      await mei.page.reload();
      await mei.page.getByRole('button', { name: 'Approve' }).click();
      await mei.page.getByRole('button', { name: 'Publish now' }).click();
      await expect(mei.page.getByText('Corrected', { exact: true })).toBeVisible();
      await phoneNow();
      await expect(posts).toHaveText([new RegExp(`^${corrected}.*edited`, 's')], patience);
      await expect.poll(() => mailbox.letters.at(-1)?.text, patience).toContain(`Correction: ${corrected}`);
    });

    await test.step('withdrawn it is gone, and its page says so', async () => {
      await mei.page.getByRole('button', { name: 'Withdraw' }).click();
      await mei.page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
      await expect(mei.page.getByText('Withdrawn', { exact: true }).first()).toBeVisible();
      await phoneNow();
      await expect(phone.getByText('Nothing posted yet.')).toBeVisible(patience);
      await reader.reload();
      await expect(reader.getByText('Thông báo này đã được thu hồi')).toBeVisible();
      await expect.poll(() => mailbox.letters.at(-1)?.text, patience).toContain(`Withdrawn: ${corrected}`);
    });

    await test.step('one click in the letter stops them', async () => {
      const link = /\/portal\/announcements\/stop#stop=[\w.-]+/.exec(mailbox.letters[0]?.text ?? '')?.[0];
      await reader.goto(server.url + link);
      await reader.getByRole('button', { name: 'Stop letters of this topic' }).click();
      await expect(reader.getByText('Done. You are sent no more of them.')).toBeVisible();
    });
    expect(found).toEqual([]);
  } finally {
    await server.stop();
    await desk.stop();
    await mailbox.stop();
  }
});
