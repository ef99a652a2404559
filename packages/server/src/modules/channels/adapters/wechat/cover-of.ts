import { z } from 'zod';
import type { OutboundFile, PublishContext } from '../../port.ts';
import { callWechat } from './api-call.ts';
import { plainCover } from './plain-cover.ts';

/** The account's picture of this name is the cover of what we publish; administrators may put one of their own in its place. */
const coverName = 'announcement-cover';
const page = 20;
const mostPages = 10;

const found = z.object({
  item: z.array(z.object({ media_id: z.string().min(1), name: z.string() })),
  total_count: z.number(),
});
const added = z.object({ media_id: z.string().min(1) });

/** What WeChat keeps as a lasting picture. */
const kept: readonly string[] = ['image/png', 'image/jpeg', 'image/gif'];
const largest = 10 * 1024 * 1024;

/** The id of an announcement's own picture as a cover, kept by WeChat from now on; null for what it does not take. Throws SendError. */
async function ownCover(picture: OutboundFile | undefined, context: PublishContext): Promise<string | null> {
  if (!picture || !kept.includes(picture.type) || picture.size > largest) return null;
  const body = new FormData();
  const content = new Blob([Uint8Array.from(await picture.read())], { type: picture.type });
  body.set('media', content, picture.name);
  const call = { path: 'material/add_material', query: { type: 'image' }, body };
  return (await callWechat(context, call, added)).media_id;
}

/** The id of the cover: the picture of what is published, else that among the account's lasting pictures, the newest first; one of ours is put there the first time. Throws SendError. */
export async function coverOf(context: PublishContext, picture?: OutboundFile): Promise<string> {
  const own = await ownCover(picture, context);
  if (own !== null) return own;
  for (let index = 0; index < mostPages; index++) {
    const body = { type: 'image', offset: index * page, count: page };
    const call = { path: 'material/batchget_material', body };
    const { item, total_count } = await callWechat(context, call, found);
    const cover = item.find(({ name }) => name.replace(/\.\w+$/, '') === coverName);
    if (cover) return cover.media_id;
    if (item.length === 0 || (index + 1) * page >= total_count) break;
  }
  const body = new FormData();
  body.set('media', new Blob([Uint8Array.from(plainCover())], { type: 'image/png' }), `${coverName}.png`);
  const call = { path: 'material/add_material', query: { type: 'image' }, body };
  return (await callWechat(context, call, added)).media_id;
}
