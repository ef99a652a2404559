import { describe, expect, test } from 'vitest';
import { announcementDesk, decide, draft, publish, read, server, write } from './announcements.testing.ts';

announcementDesk();

const page = async (path: string) => {
  const response = await fetch(server.url + path, { redirect: 'manual' });
  return { status: response.status, text: await response.text(), type: response.headers.get('content-type') };
};

describe('the pages of announcements', () => {
  test('list what was published, and show each in the reader’s language or the nearest', async () => {
    const id = await draft('New listing: XYZ');
    await write(id, 'vi', 'Niêm yết mới: XYZ');
    const { slug } = await read(id);
    expect((await page(`/announcements/en/${slug}`)).status).toBe(404);
    await publish(id);
    expect((await page('/announcements/vi/')).text).toContain('Niêm yết mới: XYZ');
    expect((await page('/announcements/en/?kind=risk')).text).not.toContain('New listing: XYZ');
    const french = await page(`/announcements/fr/${slug}`);
    expect(french.text).toContain('<article lang="en"');
    expect(french.text).toContain(
      `<link rel="canonical" href="${server.platform.publicUrl}/announcements/en/${slug}">`,
    );
    expect((await page(`/announcements/en/${slug}`)).text).toContain('All about <strong>it</strong>');
    expect((await page('/help/en/')).text).toContain('New listing: XYZ');
    expect((await page('/help/sitemap.xml')).text).toContain(`/announcements/vi/${slug}</loc>`);
  });

  test('have a feed for each language', async () => {
    const id = await draft('Feed & more');
    await publish(id);
    const feed = await page('/announcements/en/feed.xml');
    expect(feed.type).toContain('application/rss+xml');
    expect(feed.text).toContain('<title>Feed &amp; more</title>');
    expect(feed.text).toContain('<language>en</language>');
  });

  test('say of what was withdrawn only that, at its address', async () => {
    const id = await draft('Taken back');
    await publish(id);
    await decide(id, 'withdraw');
    const { slug } = await read(id);
    const shown = await page(`/announcements/en/${slug}`);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('This announcement has been withdrawn');
    expect(shown.text).not.toContain('All about');
    expect(shown.text).toContain('content="noindex"');
    expect((await page('/announcements/en/')).text).not.toContain('Taken back');
  });

  test('do not show what goes elsewhere only', async () => {
    const id = await draft('Banner only', { banner: true });
    await publish(id);
    expect((await page(`/announcements/en/${(await read(id)).slug}`)).status).toBe(404);
  });

  test.each([
    ['/announcements', 302],
    ['/announcements/en', 301],
    ['/announcements/en-GB/', 301],
    ['/announcements/xx/', 404],
  ])('%s answers %i', async (path, status) => {
    expect((await page(path)).status).toBe(status);
  });
});
