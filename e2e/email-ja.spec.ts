import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handInLetter } from '@fairlead/server/testing/outside';
import { expect, type Page } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent, signInBy } from './agent.ts';
import { japaneseHistory, japaneseLetter, japaneseText } from './japanese-letter.ts';
import { test } from './journey.ts';
import { headerOf, openMailDesk } from './mail-desk.ts';
import { pngFile } from './png.ts';
import { freePort, type RunningServer, startServer } from './server.ts';

/** Of its own, since it receives letters itself, and may fetch pictures from this machine. */
let server: RunningServer;
let smtpPort: number;
test.beforeAll(async () => {
  smtpPort = await freePort();
  server = await startServer([`--inbound-smtp-port=${smtpPort}`, '--letter-pictures-from=127.0.0.0/8']);
});
test.afterAll(() => server.stop());

/** Somewhere else, with pictures; `asked` says for which. */
async function startPictures() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'image/png');
    response.end(pngFile('banner.png', [220, 160, 40]).buffer);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { asked, url: `http://127.0.0.1:${port}`, stop: () => server.close() };
}

/** Waits until the pictures in a letter that is laid out are so wide; 0 for one that is not shown. It is laid out anew with what it is handed. */
const expectWidths = (page: Page, frame: string, expected: readonly number[]) =>
  expect(async () => {
    const pictures = page.frameLocator(`iframe[title="${frame}"]`).locator('img');
    const widths = await pictures.evaluateAll((all) =>
      all.map((it) => (it as HTMLImageElement).naturalWidth),
    );
    expect(widths).toEqual(expected);
  }).toPass({ timeout: 20_000 });

const expectNoOverflow = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(page.viewportSize()?.width);

test('a Japanese letter with pictures is read, answered by a letter in Japanese, and answered again into the same thread', async ({
  browserOf,
}) => {
  const demo = server.url;
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  const found: string[] = [];
  const pictures = await startPictures();
  await mei.comeIn('mei@example.com');
  const desk = await openMailDesk(page, demo, { ja: 'ハーバー取引所 サポート' });
  const picture = pngFile('screen.png', [40, 120, 200]).buffer;
  await handInLetter(
    smtpPort,
    desk.address,
    japaneseLetter({ to: desk.address, picture, elsewhere: pictures.url }),
  );
  await desk.ticketOf('佐藤 葵');
  await mei.go('/inbox/all');
  await mei.open('佐藤 葵');

  await test.step('the letter is read: new words, history folded, pictures that came along', async () => {
    const entry = mei.entry('出金がまだ届きません');
    for (const line of japaneseText.split('\n')) await expect(mei.messages.first()).toContainText(line);
    await expect(mei.messages.first()).not.toContainText(japaneseHistory);
    await expect(entry.getByText('出金が届きません', { exact: true })).toBeVisible();
    await expect(entry.getByText('Sender not proved')).toBeVisible();
    await expect(entry.getByText(japaneseHistory)).toBeHidden();
    await entry.getByText('Quoted history').click();
    await expect(entry.getByText(japaneseHistory)).toBeVisible();
    await entry.getByRole('button', { name: 'Show as laid out' }).click();
    await expectWidths(page, 'The letter as it was laid out', [320, 0]);
    found.push(...(await findings(page, 'a letter laid out')));
  });

  await test.step('pictures from elsewhere are fetched when asked for, by the server', async () => {
    expect(pictures.asked).toEqual([]);
    await page.getByRole('button', { name: 'Show remote images' }).click();
    await expectWidths(page, 'The letter as it was laid out', [320, 320]);
    expect(pictures.asked).toEqual(['/banner.png']);
  });

  await test.step('the answer leaves as a letter in Japanese', async () => {
    await mei.sendAtOnce();
    await mei.reply('確認いたします。少々お待ちください');
    const sent = await desk.mailbox.next();
    expect(sent.to).toBe('sato@example.jp');
    expect(headerOf(sent.headers, 'in-reply-to')).toBe('<aoi-1@example.jp>');
    expect(sent.text).toContain('確認いたします。');
    expect(sent.text).toContain('ハーバー取引所 サポート');
    expect(sent.text).toContain('佐藤 葵 さんは書きました：');
    expect(sent.text).toContain('> こんにちは。出金がまだ届きません。');
    await expect(mei.entry('確認いたします。')).toContainText('Sent');
    const replyTo = headerOf(sent.headers, 'reply-to');
    await handInLetter(
      smtpPort,
      replyTo,
      [
        'From: sato@example.jp',
        `To: ${replyTo}`,
        'Subject: another subject',
        'Message-ID: <aoi-2@example.jp>',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'ありがとうございます。待っています。',
        '',
      ].join('\r\n'),
    );
    await expect(mei.messages.filter({ hasText: 'ありがとうございます。待っています。' })).toHaveCount(1);
    await expect(mei.row('佐藤 葵')).toHaveCount(1);
  });

  await test.step('the same in Chinese, in the dark, on a phone', async () => {
    const phone = await browserOf({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    await signInBy(phone.request, demo, 'xiaowen@example.com');
    await phone.goto(page.url());
    await phone.getByRole('button', { name: '查看原版式' }).first().click();
    await expectWidths(phone, '邮件原版式', [320, 0]);
    await phone.getByRole('button', { name: '显示外部图片' }).click();
    await expectWidths(phone, '邮件原版式', [320, 320]);
    await expectNoOverflow(phone);
    found.push(...(await findings(phone, 'a letter on a phone')));
  });
  pictures.stop();
  await desk.close();
  expect(found).toEqual([]);
});
