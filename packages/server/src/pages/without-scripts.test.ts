import { expect, test } from 'vitest';
import { withoutScripts } from './without-scripts.ts';

const page = '<html><body><div id="app"></div></body></html>';
const address = 'support@example.com';

test.each([
  ['ar-EG,ar;q=0.9', '<div lang="ar" dir="rtl"><p>تحتاج هذه الصفحة إلى JavaScript', '/help/ar/'],
  ['xx, ja;q=0.5', '<div lang="ja" dir="ltr"><p>このページには JavaScript', '/help/ja/'],
  [undefined, '<div lang="en" dir="ltr"><p>This page needs JavaScript', '/help/en/'],
])('customers who accept %s read in their language what else there is', (accepted, said, help) => {
  const made = withoutScripts(page, accepted, { customers: true, address });
  expect(made).toContain(`<noscript>${said}`);
  expect(made).toContain(`<a href="${help}">`);
  expect(made).toContain(`<a href="mailto:${address}">${address}</a>`);
  expect(made).toMatch(/<\/noscript><\/body><\/html>$/);
});

test('where no inbox takes letters, none is named; agents are only told what the console needs', () => {
  expect(withoutScripts(page, 'en', { customers: true, address: null })).not.toContain('mailto:');
  expect(withoutScripts(page, 'en', { customers: false, address: null })).not.toContain('<a ');
});

test('what an address holds stays text', () => {
  const made = withoutScripts(page, 'en', { customers: true, address: '"$&<i>"@example.com' });
  expect(made).toContain('&quot;$&amp;&lt;i&gt;&quot;@example.com');
});
