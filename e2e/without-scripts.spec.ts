import { expect } from '@playwright/test';
import { test } from './journey.ts';

test('pages that need scripts say so where none run, and where to go', async ({ browserOf, demo }) => {
  const page = await browserOf({ javaScriptEnabled: false, locale: 'zh-CN' });
  await page.goto(`${demo}/portal/`);
  await expect(page.getByText('此页面需要 JavaScript')).toBeVisible();
  await page.getByRole('link', { name: '前往帮助中心' }).click();
  await expect(page.getByRole('heading', { name: '需要什么帮助？' })).toBeVisible();
  await page.goto(`${demo}/console/`);
  await expect(page.getByText('此页面需要 JavaScript')).toBeVisible();
  await page.goto(`${demo}/playground/`);
  await expect(page.getByText('交易页面、聊天和模拟手机需要 JavaScript')).toBeVisible();
});
