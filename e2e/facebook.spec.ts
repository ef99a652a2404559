import { expect } from '@playwright/test';
import { findings, findingsNow } from './accessibility.ts';
import { Agent } from './agent.ts';
import { test } from './journey.ts';
import { pngFile } from './png.ts';

test('a customer writes in Messenger and below a post, and an agent answers both', async ({
  browserOf,
  demo,
}) => {
  const phone = await browserOf();
  const mei = new Agent(await browserOf(), demo);
  const found: string[] = [];
  const words = 'My deposit of 250 USDT is not there yet';
  const thread = phone.getByRole('region', { name: 'Messenger' });
  const post = phone.getByRole('region', { name: 'Post and comments' });
  await phone.goto(`${demo}/playground/facebook?locale=en`);
  await mei.comeIn('mei@example.com', '/inbox/all');

  await test.step('what is written in Messenger arrives, with a name', async () => {
    await thread.getByRole('textbox', { name: 'Message' }).fill(words);
    await thread.getByRole('button', { name: 'Send', exact: true }).click();
    await mei.open(words);
    await expect(mei.page.getByRole('link', { name: 'Cinderella Hoover' }).first()).toBeVisible();
    await mei.sendAtOnce();
  });

  await test.step('the composer says until when it may be answered', async () => {
    await expect(mei.page.getByText('The platform takes answers for 23h 59m more.')).toBeVisible();
    found.push(...(await findings(mei.page, 'a conversation on Facebook')));
  });

  await test.step('the agent answers with buttons, and the customer taps one', async () => {
    await mei.page.getByRole('button', { name: 'Answers to choose from' }).click();
    const answers = mei.page.getByRole('textbox', { name: 'Answers to choose from' });
    for (const answer of ['Tron', 'Ethereum']) {
      await answers.fill(answer);
      await answers.press('Enter');
    }
    await mei.composer.fill('Which network did you send it over?');
    await mei.send();
    await thread.getByRole('button', { name: 'Tron' }).click();
    await expect(mei.messages.last()).toHaveText('Tron');
    await expect(thread.getByRole('button', { name: 'Ethereum' })).toBeHidden();
    found.push(...(await findingsNow(phone, 'Facebook on a phone')));
  });

  await test.step('pictures go both ways', async () => {
    await thread.getByLabel('Send a picture').setInputFiles(pngFile('proof.png', [20, 160, 90]));
    await expect(mei.log.getByRole('button', { name: /^Enlarge / })).toHaveCount(1);
    await mei.attach(pngFile('steps.png', [30, 90, 200]));
    await mei.composer.fill('Please open it like this.');
    await mei.send();
    await expect(thread.getByRole('img', { name: 'Picture: steps.png' })).toBeVisible();
  });

  await test.step('a comment is answered in public, with an invitation to Messenger', async () => {
    const comment = 'Support, where is my withdrawal?';
    await post.getByRole('textbox', { name: 'Write a comment' }).fill(comment);
    await post.getByRole('button', { name: 'Send', exact: true }).click();
    await mei.open(comment);
    await expect(mei.page.getByText('Everybody can read this answer.')).toBeVisible();
    await mei.page.getByRole('button', { name: 'Invite to write privately' }).click();
    await expect(mei.composer).toHaveValue(/https:\/\/m\.me\/htx\.demo/);
    await mei.send();
    await expect(post.getByText('https://m.me/htx.demo')).toBeVisible();
    await expect(post.getByText('HTX', { exact: true }).last()).toBeVisible();
  });
  expect(found).toEqual([]);
});
