import { endpoints, uploadChunkBytes } from '@fairlead/contract';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import {
  announcementDesk,
  approver,
  decide,
  draft,
  move,
  nowhere,
  publish,
  read,
  server,
  soon,
  telegramPost,
  words,
  world,
  writer,
} from './announcements.testing.ts';

/** The one picture of an announcement: said in words, on its page, in its posts; open to everybody as long as it stands. */
announcementDesk();

const { announcements, articles } = endpoints;
let shade = 0;

async function upload(): Promise<{ id: string; url: string }> {
  const background = { r: ++shade, g: 90, b: 120 };
  const bytes = await sharp({ create: { width: 64, height: 32, channels: 3, background } })
    .png()
    .toBuffer();
  expect(bytes.length).toBeLessThan(uploadChunkBytes);
  const { id } = await writer.call(articles.beginUpload, {
    body: { name: 'engine.png', size: bytes.length },
  });
  const response = await fetch(`${server.url}/api/articles/uploads/${id}/chunks/0`, {
    method: 'PUT',
    headers: { ...writer.headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  const { file } = articles.sendChunk.response.parse(await response.json());
  if (!file) throw new Error('the picture was not kept');
  return file;
}
const change = async (id: string, picture: string | null) =>
  writer.call(announcements.change, { params: { id }, body: { version: (await read(id)).version, picture } });
const say = async (id: string, pictureAlt: string) =>
  writer.call(announcements.saveText, {
    params: { id, locale: 'en' },
    body: { ...words('Upgrade'), pictureAlt, version: (await read(id)).version },
  });
const status = async (url: string) => (await fetch(server.url + url)).status;

test('it is asked to be said in words, and then stands on the page and goes along with the post', async () => {
  const picture = await upload();
  const id = await draft('Upgrade', { helpCenter: true, posts: [telegramPost()] });
  expect((await change(id, picture.id)).picture).toMatchObject({ id: picture.id, width: 64, height: 32 });
  await expect(move(id, 'submit')).rejects.toThrow('announcement.picture_unsaid');
  await say(id, 'A new engine');
  expect(await status(picture.url)).toBe(404);
  await publish(id);
  const { slug } = await read(id);
  expect(await status(picture.url)).toBe(200);
  const page = await (await fetch(`${server.url}/announcements/en/${slug}`)).text();
  expect(page).toContain(`<img src="${picture.url}" alt="A new engine" width="64" height="32"`);
  await soon(() => {
    expect(world.chat(world.channel.id).at(-1)).toMatchObject({
      text: expect.stringContaining('Upgrade'),
      file: { name: 'engine.png' },
    });
  });

  // What is published stays as it is while a correction is written; dropped, it is as it was.
  await move(id, 'correct');
  expect((await change(id, null)).picture).toBeNull();
  expect(await status(picture.url)).toBe(200);
  await move(id, 'drop');
  expect((await read(id)).picture?.id).toBe(picture.id);
  await decide(id, 'withdraw');
  expect(await status(picture.url)).toBe(404);
});

test('only pictures are taken, and only while it is a draft', async () => {
  const picture = await upload();
  const id = await draft('Other', { ...nowhere, helpCenter: true });
  await expect(change(id, '01900000-0000-7000-8000-000000000001')).rejects.toThrow('file.not_found');
  await publish(id);
  await expect(change(id, picture.id)).rejects.toThrow('announcement.state_refused');
  expect(
    await approver.refused(announcements.change, { params: { id }, body: { version: 1, picture: null } }),
  ).toBe('announcement.changed');
});
