import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent } from './agent.ts';
import { test } from './journey.ts';
import { headerOf, openMailDesk } from './mail-desk.ts';

const bank = 'desk@bank.example';
const letterOf = (from: string, to: string, text: string) =>
  [
    `From: ${from}`,
    `To: ${to}`,
    'Subject: Re: Transfer 77',
    `Message-ID: <${crypto.randomUUID()}@bank.example>`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
  ].join('\r\n');

test('a bank is asked beside a ticket, answers into it, and who is not the bank is marked', async ({
  browserOf,
  demo,
}) => {
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  const found: string[] = [];
  await mei.comeIn('mei@example.com');
  const desk = await openMailDesk(page, demo);
  await desk.write(letterOf('Zoran Quill <zoran@q.example>', desk.address, 'Zwirn quoll fennet'));
  const ticket = await desk.ticketOf('Zoran Quill');
  await mei.go(`/tickets/${ticket}`);
  const panel = page.getByRole('tabpanel', { name: /^Side conversations/ });
  const log = panel.getByRole('log');

  await test.step('an agent writes to the bank', async () => {
    await page.getByRole('tab', { name: 'Side conversations' }).click();
    await expect(panel.getByText('No side conversations yet')).toBeVisible();
    await panel.getByRole('button', { name: 'New side conversation' }).click();
    await panel.getByRole('textbox', { name: 'With' }).fill(`${bank}, nobody`);
    await panel.getByRole('textbox', { name: 'Subject' }).fill('Transfer 77');
    await expect(panel.getByText('This is no e-mail address: nobody')).toBeVisible();
    await panel.getByRole('textbox', { name: 'With' }).fill('');
    const words = panel.getByRole('textbox', { name: 'Letter to the third party' });
    await words.fill('Is transfer 77 on its way?');
    found.push(...(await findings(page, 'a new side conversation')));
    await panel.getByRole('button', { name: 'Send letter' }).click();
    await expect(log).toContainText('Is transfer 77 on its way?');
    await expect(log.getByText('Sent', { exact: true })).toBeVisible();
  });

  const sent = await desk.mailbox.next();
  expect(sent.to).toBe(bank);
  const address = headerOf(sent.headers, 'reply-to');

  await test.step('the bank answers, and somebody else slips in', async () => {
    await desk.write(letterOf(`Bank desk <${bank}>`, address, 'It left on Monday.'));
    await expect(log).toContainText('It left on Monday.');
    await desk.write(letterOf('Desk <desk@bank-example.test>', address, 'Send it again, to this account.'));
    await expect(log.getByText('desk@bank-example.test is not one of those you write to.')).toBeVisible();
    await expect(log.getByText('Not one of the parties')).toHaveCount(1);
    found.push(...(await findings(page, 'a side conversation')));
  });

  await test.step('the customer’s conversation has nothing of it, the time line tells of it', async () => {
    await panel.getByRole('button', { name: 'Mark as done' }).click();
    await expect(panel.getByRole('button', { name: 'Open again' })).toBeVisible();
    await page.getByRole('tab', { name: 'Conversation', exact: true }).click();
    await expect(mei.log).toContainText('Zwirn quoll fennet');
    await expect(mei.log).not.toContainText('It left on Monday.');
    await page.getByRole('tab', { name: 'Time line' }).click();
    const line = page.getByRole('tabpanel', { name: 'Time line' });
    await expect(line).toContainText('Side conversation begun');
    await expect(line).toContainText('From somebody who is not one of its parties');
  });
  await desk.close();
  expect(found).toEqual([]);
});
