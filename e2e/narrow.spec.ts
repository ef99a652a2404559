import { expect, type Page } from '@playwright/test';
import { Agent } from './agent.ts';
import { test } from './journey.ts';

/** A phone, and a language with long words. */
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'ru' };

test('what is chosen and what is asked for is read whole on a phone', async ({ browserOf, demo }) => {
  const page = await browserOf(phone);
  const cut: string[] = [];
  for (const place of ['', 'telegram', 'facebook', 'wechat', 'x']) {
    await page.goto(`${demo}/playground/${place}?locale=ru`);
    await expect(page.locator('[lang=ru]').first()).toBeVisible();
    await expect(
      page.locator('select[name=person] option, select[name=customer] option').first(),
    ).toBeAttached();
    cut.push(...(await cutFields(page)), ...(await outside(page)));
  }
  await page.goto(`${demo}/help/es/`);
  cut.push(...(await cutFields(page)));
  expect(cut).toEqual([]);
});

test('the name of the portal is not covered by the language on a phone', async ({ browserOf, demo }) => {
  const page = await browserOf(phone);
  await page.goto(`${demo}/playground/?customer=pro-en&locale=ru`);
  await page.getByRole('link', { name: 'Мои обращения' }).click();
  await expect(page.getByRole('heading', { name: 'Мои обращения' })).toBeVisible();
  const name = page.getByRole('banner').getByRole('link');
  await name.click({ trial: true });
  const [named, chosen] = [await name.boundingBox(), await page.getByRole('combobox').boundingBox()];
  if (!named || !chosen) throw new Error('the head of the portal has no name or no language');
  expect(named.x + named.width).toBeLessThanOrEqual(chosen.x);
});

test('tables and settings of the console fit a phone, and nothing scrolls the whole page away', async ({
  browserOf,
  demo,
}) => {
  const page = await browserOf(phone);
  const mei = new Agent(page, demo);
  await mei.readIn('ru', 'mei@example.com');
  const found: string[] = [];
  for (const place of ['/customers', '/people', '/channels', '/articles', '/settings/tickets']) {
    await mei.visit(place);
    await expect(page.getByRole('table').or(page.getByLabel('Цены на дату'))).toBeVisible();
    found.push(...(await cutFields(page)), ...(await hiddenCells(page)));
    const beyond = await page.evaluate(() => {
      document.documentElement.scrollTop = 9999;
      return document.documentElement.scrollTop;
    });
    if (beyond > 0) found.push(`${place} as a whole was scrolled by ${beyond}`);
  }
  expect(found).toEqual([]);
});

/** Choices and examples that are longer than their fields, and fields with no room for a figure. */
function cutFields(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d');
    if (!pen) throw new Error('nothing can be measured');
    return [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')].flatMap(
      (it) => {
        const text =
          it instanceof HTMLSelectElement ? it.selectedOptions[0]?.text : it.value || it.placeholder;
        if (
          it.clientWidth < 8 ||
          !text ||
          (it instanceof HTMLInputElement && !/^(text|search)$/.test(it.type))
        )
          return [];
        const style = getComputedStyle(it);
        pen.font = style.font;
        const room =
          it.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
        return pen.measureText(text).width > room + 1 ? [`${text}: ${Math.floor(room)} px`] : [];
      },
    );
  });
}

/** Figures that stick out of the screen. */
function outside(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('dd')]
      .filter((it) => it.getBoundingClientRect().right > document.documentElement.clientWidth)
      .map((it) => `${it.textContent} sticks out`),
  );
}

/** Cells of tables that only scrolling brings to light. */
function hiddenCells(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('td')]
      .filter((it) => it.getBoundingClientRect().right > document.documentElement.clientWidth)
      .map((it) => `cell out of sight: ${it.textContent}`),
  );
}
