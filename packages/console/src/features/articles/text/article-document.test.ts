import { describe, expect, it } from 'vitest';
import { articleDocument } from './article-document.ts';

describe('the preview', () => {
  const page = articleDocument({
    title: '<script>alert(1)</script>',
    summary: 'Fees & "limits"',
    html: '<p>Body</p>',
    locale: 'ar',
    direction: 'rtl',
    theme: 'dark',
  });

  it('shows title and summary as text', () => {
    expect(page).toContain('<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>');
    expect(page).toContain('<p class="lead">Fees &amp; &quot;limits&quot;</p>');
  });

  it('is in the language, direction and theme asked for', () => {
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain('color-scheme:dark');
    expect(page).toContain('<div class="prose"><p>Body</p></div>');
  });
});
