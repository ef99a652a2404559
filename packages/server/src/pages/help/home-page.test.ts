import type { ArticleLine } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { homePage } from './home-page.ts';

const site = { publicUrl: 'https://help.example', organisation: 'Example', inboxKey: null };
const line = (locale: 'en' | 'ar', title: string): ArticleLine => ({
  slug: 'freeze',
  locale,
  category: 'security',
  title,
  summary: '',
  url: `/help/${locale}/security/freeze`,
  updatedAt: '2026-01-01T00:00:00.000Z',
});

test('what is urgent says its language where it is not that of the page, and keeps its direction', () => {
  const urgent = [line('en', 'Is it really you?'), line('ar', 'جمّد حسابي')];
  const page = homePage(site, 'ar', { categories: [], urgent, news: [] });
  expect(page).toContain(
    '<li><a href="/help/en/security/freeze"><span lang="en" dir="auto">Is it really you?</span></a></li>',
  );
  expect(page).toContain('<li><a href="/help/ar/security/freeze"><span>جمّد حسابي</span></a></li>');
});
