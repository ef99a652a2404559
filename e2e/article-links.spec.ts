import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';

const question = 'Wobblegong kelpie, please look';

test('an agent puts a link to an article into a reply by a hash, and the customer can follow it', async ({
  browserOf,
  demo,
}) => {
  const visitor = new Customer(await browserOf(), demo, 'en');
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  await visitor.visit(null);
  await visitor.open();
  await visitor.begin();
  await visitor.say(question);
  await mei.comeIn('mei@example.com');
  await mei.go('/inbox/all');
  await mei.open(question);
  const field = page.getByRole('textbox', { name: /^Reply to/ });
  await field.fill('Please read #missing memo');
  const options = page.getByRole('listbox', { name: 'Articles' }).getByRole('option');
  await expect(options.first()).toBeVisible();
  expect(await findings(page, 'the menu of articles')).toEqual([]);
  await field.press('Enter');
  await expect(field).toHaveValue(/^Please read .+ http\S+\/help\/en\/[\w-]+\/[\w-]+ $/);
  await expect(options).toHaveCount(0);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(visitor.log.getByRole('link', { name: /\/help\/en\// })).toBeVisible({ timeout: 15_000 });
});
