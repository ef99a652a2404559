import type { Locale } from '@fairlead/contract';
import { expect, type Frame } from '@playwright/test';
import { findingsInChat, openShadowRoots } from './accessibility.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';

for (const locale of ['zh-CN', 'en', 'ar'] as const satisfies readonly Locale[]) {
  test(`on a phone the chat in ${locale} fills the screen, nothing sticks out, axe finds nothing`, async ({
    browserOf,
    demo,
  }) => {
    const small = { width: 320, height: 568 };
    const usual = { width: 390, height: 844 };
    const page = await browserOf({ viewport: small, hasTouch: true, isMobile: true });
    await openShadowRoots(page);
    const customer = new Customer(page, demo, locale);
    const found: string[] = [];
    const expectToFit = async (where: string) => {
      for (const viewport of [small, usual]) {
        await page.setViewportSize(viewport);
        await expect.poll(() => customer.launcher.frameBox()).toEqual({ x: 0, y: 0, ...viewport });
        await expectNothingSticksOut(customer.chat);
      }
      found.push(...(await findingsInChat(page, customer.chat, where)));
      await page.setViewportSize(small);
    };
    await customer.visit('vip');
    await customer.open();
    await expect(customer.conversation(/./).first()).toBeVisible();
    await expectToFit('home');
    await customer.conversation(/./).first().click();
    await customer.say(`${locale} TXID ${'4F1A6C0D9B7E35A2'.repeat(4)}`);
    await expectToFit('thread');
    expect(found).toEqual([]);
  });
}

test('on a phone a chat that does not answer can be closed, and opened again once it does', async ({
  browserOf,
  demo,
}) => {
  const page = await browserOf({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const customer = new Customer(page, demo, 'en');
  await page.route('**/widget/frame?*', (route) => route.abort());
  await customer.visit(null);
  await customer.launcher.click();
  expect(await customer.launcher.frameBox()).toMatchObject({ width: 390, height: 844 });
  await page.unrouteAll();
  await customer.launcher.click();
  await customer.open();
  expect(await customer.launcher.frameBox()).toMatchObject({ width: 390, height: 844 });
  await expect.poll(() => customer.launcher.style('Iframe', 'visibility')).toBe('visible');
});

/** Nothing is wider than the screen, neither the page nor any part of it that scrolls. */
async function expectNothingSticksOut(frame: Frame) {
  const wide = await frame.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('body *')]
      .filter((it) => it.scrollWidth > it.clientWidth && it.clientWidth > 0)
      .filter((it) => it === document.documentElement || /auto|scroll/.test(getComputedStyle(it).overflowX))
      .map(
        (it) => `${it.tagName} ${it.getAttribute('aria-label') ?? ''} ${it.scrollWidth} > ${it.clientWidth}`,
      ),
  );
  expect(wide).toEqual([]);
}
