import { expect } from '@playwright/test';
import { Customer } from './customer.ts';
import { test } from './journey.ts';
import { pngFile } from './png.ts';

/** What the chat fetches only when it is first needed is asked for again when it could not be had. */
test('parts and texts that cannot be had at first come when they can', async ({ browserOf, demo }) => {
  const visitor = new Customer(await browserOf(), demo, 'en');
  const { page } = visitor;
  await visitor.visit(null);
  await visitor.open();
  await visitor.begin();
  await visitor.say('My deposit has not arrived');

  let away = true;
  const refused: string[] = [];
  await page.route(/\/widget\/assets\/(emoji-box|send-file|file-parts|en-rare)-/, (route) => {
    if (!away) return route.fallback();
    refused.push(/assets\/([a-z-]+)-/.exec(route.request().url())?.[1] ?? '');
    return route.abort('internetdisconnected');
  });

  await test.step('a box that cannot be had stays shut, and the button can be pressed again', async () => {
    const emoji = visitor.chat.getByRole('button', { name: visitor.text('composer.emoji') });
    await emoji.click();
    await expect.poll(() => refused).toContain('emoji-box');
    await expect(emoji).toHaveAttribute('aria-expanded', 'false');
  });

  const proof = pngFile('proof.png', [20, 120, 90]);
  await test.step('a file that is chosen meanwhile is kept', async () => {
    const chooser = page.waitForEvent('filechooser');
    await visitor.chat.getByRole('button', { name: visitor.text('composer.attach') }).click();
    await (await chooser).setFiles(proof);
    await expect.poll(() => refused).toContain('send-file');
    await expect.poll(() => refused).toContain('file-parts');
  });

  away = false;
  await test.step('all of it is there once the network is', async () => {
    const ready = visitor.text('upload.ready', { name: proof.name });
    const retry = visitor.chat.getByRole('button', {
      name: visitor.text('upload.retry', { name: proof.name }),
    });
    const there = visitor.chat.getByRole('progressbar', { name: ready });
    await expect(there.or(retry)).toBeVisible({ timeout: 40_000 });
    if (await retry.isVisible()) await retry.click();
    await expect(there).toBeVisible();
    const emoji = visitor.chat.getByRole('button', { name: visitor.text('composer.emoji') });
    await emoji.click();
    await visitor.chat.getByRole('option', { name: '🙏' }).click();
    await visitor.send();
    await expect(visitor.picture('proof.png')).toBeVisible();
    await expect(visitor.messages.last()).toHaveText('🙏');
  });
});
