import { expect, type Locator } from '@playwright/test';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';
import { type Line, openLine } from './line.ts';
import { pngFile } from './png.ts';
import { type RunningServer, startServer } from './server.ts';

let server: RunningServer;
let line: Line;
test.beforeAll(async () => {
  server = await startServer();
  line = await openLine(server.url);
});
test.afterAll(async () => {
  await line.close();
  await server.stop();
});

test('a VIP customer and an agent talk live, and nothing that happens loses a word', async ({
  browserOf,
}) => {
  const chen = new Customer(await browserOf(), line.url, 'zh-CN');
  // So high that the whole thread is drawn: of a long one only what is in sight is.
  const mei = new Agent(await browserOf({ viewport: { width: 1440, height: 2400 } }), server.url);
  const sameThread = () =>
    expect(async () => {
      const theirs = await chen.messages.allInnerTexts();
      expect(await mei.messages.allInnerTexts()).toEqual(theirs);
      expect(new Set(theirs).size).toBe(theirs.length);
    }).toPass({ timeout: 15_000 });

  await test.step('both come to the same conversation', async () => {
    await mei.signIn('mei@example.com');
    await mei.setPresence('Online');
    await mei.open('陈志远');
    await mei.sendAtOnce();
    await chen.visit('vip');
    await chen.open();
    await chen.conversation(/恢复处理后/).click();
    await expect(chen.chat.getByRole('heading', { name: 'Mei Lin' }).first()).toBeVisible();
    await sameThread();
  });

  await test.step('each sees the other type, gets the text, and sees it read', async () => {
    await chen.write('现在已经过了 21:40，');
    await expect(mei.page.getByText('陈志远 is typing')).toBeVisible();
    await chen.say('现在已经过了 21:40，提现还是没有动。');
    await expect(mei.messages.last()).toHaveText('现在已经过了 21:40，提现还是没有动。');
    await expect(chen.mark('提现还是没有动')).toHaveText(chen.text('message.read'));

    await mei.composer.pressSequentially('我马上');
    await expect(chen.log.getByText(chen.text('thread.typing', { name: 'Mei Lin' }))).toBeVisible();
    await mei.reply('我马上为您查看，请稍等。');
    await expect(chen.messages.last()).toHaveText('我马上为您查看，请稍等。');
    await expect(mei.entry('我马上为您查看').getByText('Read', { exact: true })).toBeVisible();
  });

  await test.step('the agent offers answers, and the customer taps one', async () => {
    await mei.page.getByRole('button', { name: 'Answers to choose from' }).click();
    const answers = mei.page.getByRole('textbox', { name: 'Answers to choose from' });
    for (const answer of ['是的', '不是']) {
      await answers.fill(answer);
      await answers.press('Enter');
    }
    await mei.composer.fill('您是在 21:40 之后刷新的页面吗？');
    await mei.send();
    const offered = chen.chat.getByRole('group', { name: chen.text('message.quickReplies') });
    await expect(offered.getByRole('button')).toHaveText(['是的', '不是']);
    await offered.getByRole('button', { name: '是的', exact: true }).click();
    await expect(mei.messages.last()).toHaveText('是的');
    await expect(offered).toBeHidden();
  });

  await test.step('pictures go both ways', async () => {
    await chen.attach(pngFile('提现记录.png', [200, 40, 40]));
    await chen.say('这是提现记录的截图');
    await expectDrawn(mei.picture('提现记录.png'));
    await mei.attach(pngFile('released.png', [40, 140, 90]));
    await mei.reply('已经放行，请看截图');
    await expectDrawn(chen.picture('released.png'));
    await sameThread();
  });

  await test.step('the agent’s network goes and comes back', async () => {
    await mei.page.context().setOffline(true);
    await expect(mei.page.getByText('You are offline.', { exact: false }).first()).toBeVisible();
    await chen.say('谢谢，我看到了');
    await chen.say('还有一个问题：手续费是多少？');
    await expect(chen.mark('手续费是多少')).toHaveText(chen.text('message.sent'));
    await expect(mei.messages.filter({ hasText: '手续费是多少' })).toHaveCount(0);
    await mei.composer.fill('手续费是 0.0004 BTC');
    await mei.send();
    await expect(mei.entry('0.0004').getByText('Waits until you are back online')).toBeVisible();
    await mei.page.context().setOffline(false);
    // Two messages came meanwhile: the guard asks before the answer goes.
    await mei.page.getByRole('button', { name: 'Send anyway' }).click();
    await expect(chen.messages.last()).toHaveText('手续费是 0.0004 BTC');
    await sameThread();
  });

  await test.step('the server dies while messages are under way, and comes back', async () => {
    // Chen's message is stored, but he never hears of it; Mei's is on its way to a server that takes nothing in any more.
    line.holdAnswers();
    await chen.say('好的，那我再等等');
    await expect(mei.messages.last()).toHaveText('好的，那我再等等');
    await expect(chen.mark('那我再等等')).toHaveText(chen.text('message.sending'));
    server.freeze();
    await mei.reply('到账后我会通知您');
    await expect(mei.entry('到账后我会通知您').getByText('Sending')).toBeVisible();
    await server.kill();
    line.mend();
    await chen.say('在吗？');
    await server.restart();

    await expect(chen.mark('在吗？')).toHaveText(chen.text('message.read'), { timeout: 30_000 });
    // Whose message the server stored first is chance; where it was Chen's, the guard asks Mei.
    const read = mei.entry('到账后我会通知您').getByText('Read', { exact: true });
    const guard = mei.page.getByRole('button', { name: 'Send anyway' });
    await expect(guard.or(read)).toBeVisible({ timeout: 30_000 });
    if (await guard.isVisible()) await guard.click();
    await expect(read).toBeVisible();
    await sameThread();
  });

  await test.step('the customer reloads and goes on where they were', async () => {
    const before = await chen.messages.allInnerTexts();
    await chen.page.reload();
    await chen.launcher.click();
    await chen.find();
    await expect(chen.messages).toHaveText(before);
    await chen.say('我回来了');
    await expect(mei.messages.last()).toHaveText('我回来了');
  });
});

async function expectDrawn(picture: Locator) {
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.locator('img').evaluate((it) => (it as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
}
