import { addressOf, endpoints } from '@fairlead/contract';
import { expect } from '@playwright/test';
import { Agent, fromConsole } from './agent.ts';
import { test } from './journey.ts';
import { makeTicket } from './make-ticket.ts';

const { tickets } = endpoints;

test('a ticket is printed with its thread, its fields, its comments and its time line', async ({
  browserOf,
  demo,
}) => {
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  await mei.comeIn('mei@example.com');
  const made = await makeTicket(page, demo, {
    subject: 'Paper of plums',
    category: 'api',
    fields: { error_code: '1006' },
  });
  await page.request.post(demo + addressOf(tickets.comment.path, { id: made.id }, {}), {
    headers: fromConsole,
    data: { key: 'print-comment', text: 'Seen by the plum desk' },
    failOnStatusCode: true,
  });
  await mei.go(`/tickets/${made.id}`);
  await expect(page.getByRole('heading', { name: 'Paper of plums', level: 1 })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const sheet = page.locator('.print-sheet');
  await expect(sheet).toBeVisible();
  await expect(sheet.getByRole('heading', { level: 1 })).toHaveText(`#${made.number} Paper of plums`);
  await expect(sheet).toContainText('1006');
  await expect(sheet).toContainText('Seen by the plum desk');
  await expect(sheet.getByRole('listitem').first()).toContainText('Ticket opened');
  await expect(sheet.getByRole('listitem').last()).toContainText('Internal comment');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(sheet).toHaveCount(0);
});
