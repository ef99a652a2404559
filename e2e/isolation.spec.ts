import { expect } from '@playwright/test';
import { Customer } from './customer.ts';
import { test } from './journey.ts';

test('on a page that shouts over everything and allows next to nothing the chat is what it is elsewhere', async ({
  browserOf,
  demo,
}) => {
  const page = await browserOf();
  const complaints: string[] = [];
  page.on('console', (it) => {
    if (it.type() === 'error' || it.type() === 'warning') complaints.push(it.text());
  });
  const customer = new Customer(page, demo, 'en');
  await page.goto(`${demo}/playground/plain`);
  // The page does what it says: its own button is gone, its words are huge.
  await expect(page.getByRole('button', { name: 'Hidden by the page' })).toHaveCount(0);
  await expect(page.getByText('Plain host page')).toHaveCSS('font-size', '41px');

  expect(await customer.launcher.buttonBox()).toEqual({
    x: 1440 - 20 - 56,
    y: 900 - 20 - 56,
    width: 56,
    height: 56,
  });
  await customer.open();
  expect(await customer.launcher.frameBox()).toEqual({
    x: 1440 - 20 - 400,
    y: 900 - 88 - 720,
    width: 400,
    height: 720,
  });
  expect(await customer.launcher.style('Iframe', 'opacity')).toBe('1');
  expect(await customer.launcher.style('Iframe', 'border-top-width')).toBe('0px');
  const greeting = customer.chat.getByRole('heading', { level: 1 });
  await expect(greeting).toHaveText(customer.text('home.greeting'));
  await expect(greeting).toHaveCSS('text-transform', 'none');
  await expect(greeting).toHaveCSS('letter-spacing', /normal|^-?0?\.?\d+px$/);

  await customer.begin();
  await expect(customer.composer).toHaveCSS('font-size', '16px');
  await customer.say('It works here too');
  await expect(customer.mark('It works here too')).toHaveText(customer.text('message.sent'));
  await page.keyboard.press('Escape');
  await expect.poll(() => customer.launcher.name()).toBe(customer.text('launcher.open'));
  expect(complaints, 'what the browser complained about').toEqual([]);
});
