import { expect } from '@playwright/test';
import { findings, findingsNow } from './accessibility.ts';
import { Agent } from './agent.ts';
import { test } from './journey.ts';
import { pngFile } from './png.ts';

test('a customer writes on WeChat in Chinese, and an agent answers', async ({ browserOf, demo }) => {
  const phone = await browserOf();
  const mei = new Agent(await browserOf(), demo);
  const found: string[] = [];
  const words = '充值的 250 USDT 一直没有到账';
  const chat = phone.getByRole('region', { name: 'WeChat' });
  const fault = (data: object) => phone.request.post(`${demo}/playground/wechat/api/faults`, { data });
  await phone.goto(`${demo}/playground/wechat?locale=en`);
  await mei.comeIn('mei@example.com', '/inbox/all');

  await test.step('what is delivered twice arrives once', async () => {
    await fault({ twice: true });
    await chat.getByRole('button', { name: 'Write a message' }).click();
    await chat.getByRole('textbox', { name: 'Message' }).fill(words);
    await chat.getByRole('button', { name: 'Send', exact: true }).click();
    await mei.open(words);
    await mei.sendAtOnce();
    await chat.getByRole('textbox', { name: 'Message' }).fill('已经两个小时了');
    await chat.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(mei.messages.last()).toHaveText('已经两个小时了');
    await expect(mei.log.getByText(words, { exact: true })).toHaveCount(1);
    await fault({ twice: false });
  });

  await test.step('the composer says until when it may be answered', async () => {
    await expect(mei.page.getByText('The platform takes answers for 1d 23h more.')).toBeVisible();
    found.push(...(await findings(mei.page, 'a conversation on WeChat')));
  });

  await test.step('the agent answers with choices, and the customer taps one', async () => {
    await mei.page.getByRole('button', { name: 'Answers to choose from' }).click();
    const answers = mei.page.getByRole('textbox', { name: 'Answers to choose from' });
    for (const answer of ['Tron', 'Ethereum']) {
      await answers.fill(answer);
      await answers.press('Enter');
    }
    await mei.composer.fill('请问您是通过哪个网络充值的？');
    await mei.send();
    await chat.getByRole('button', { name: 'Tron' }).click();
    await expect(mei.messages.last()).toHaveText('Tron');
    found.push(...(await findingsNow(phone, 'WeChat on a phone')));
  });

  await test.step('pictures go both ways, also when the token ends in between', async () => {
    await chat.getByLabel('Send a picture').setInputFiles(pngFile('proof.png', [20, 160, 90]));
    await expect(mei.log.getByRole('button', { name: /^Enlarge / })).toHaveCount(1);
    await phone.getByRole('button', { name: 'End the access token' }).click();
    await mei.attach(pngFile('steps.png', [30, 90, 200]));
    await mei.composer.fill('请按图中的步骤操作。');
    await mei.send();
    await expect(chat.getByText('请按图中的步骤操作。')).toHaveCount(1);
    await expect(chat.getByRole('img', { name: 'Picture: picture.png' })).toBeVisible();
  });
  expect(found).toEqual([]);
});
