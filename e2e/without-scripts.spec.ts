import { expect } from '@playwright/test';
import { test } from './journey.ts';

test('pages that need scripts say so where none run, and where to go', async ({ browserOf, demo }) => {
  const page = await browserOf({ javaScriptEnabled: false, locale: 'zh-CN' });
  const said = page.locator('noscript p').first();
  await page.goto(`${demo}/console/`);
  await expect(said).toBeInViewport();
  await expect(said).toContainText('此页面需要 JavaScript');
  await page.goto(`${demo}/playground/`);
  await expect(said).toContainText('交易页面、聊天和模拟手机需要 JavaScript');
  await page.goto(`${demo}/portal/`);
  await expect(said).toContainText('此页面需要 JavaScript');
  await page.getByRole('link', { name: '前往帮助中心' }).click();
  await expect(page.getByRole('heading', { name: '需要什么帮助？' })).toBeVisible();
});
