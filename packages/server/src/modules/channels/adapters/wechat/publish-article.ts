import { platformTroubles } from '@fairlead/contract';
import { z } from 'zod';
import { type Publication, type PublishContext, type Publishing, SendError } from '../../port.ts';
import { callWechat } from './api-call.ts';
import { coverOf } from './cover-of.ts';
import { WechatError } from './refusal-of.ts';

/** WeChat takes fewer than 20,000 characters, the marks of paragraphs among them, and changes nothing that is out. */
export const articles: Publishing = {
  maximumTextLength: 10_000,
  pictures: true,
  canRevise: false,
  canRetract: true,
};
/** Characters of a title: https://developers.weixin.qq.com/doc/service/api/draftbox/draftmanage/api_draft_add */
const longestTitle = 32;
/** WeChat checks what it publishes: it is asked so often, and so many milliseconds apart, what came of it. */
const looks = 10;
const lookEvery = 1500;
/** "Article id is not valid": it was taken away at WeChat. */
const gone = 53600;

const drafted = z.object({ media_id: z.string().min(1) });
const submitted = z.object({ publish_id: z.union([z.string(), z.number()]).transform(String) });
const looked = z.object({
  publish_status: z.number(),
  article_id: z.string().nullish(),
  article_detail: z.object({ item: z.array(z.object({ article_url: z.string() })) }).nullish(),
});
/** Why an article did not come out: https://developers.weixin.qq.com/doc/service/api/public/api_freepublish_get */
const failures: Readonly<Record<number, string>> = {
  2: 'the claim of originality failed',
  3: 'it failed',
  4: 'the review refused it',
  5: 'it was deleted',
  6: 'it was banned',
};

/**
 * Publishes an article of the account: a draft, which WeChat checks and puts on the account's page. It is not sent to followers. Throws SendError,
 * permanent where WeChat has not decided in time: trying again would publish a second one.
 */
export async function publishArticle(
  post: Publication,
  context: PublishContext,
): Promise<{ externalId: string; link: string | null }> {
  const call = <T>(path: string, body: object, result: z.ZodType<T>) =>
    callWechat(context, { path, body }, result);
  const article = articleOf(post, await coverOf(context, post.picture));
  const { media_id } = await call('draft/add', { articles: [article] }, drafted);
  const { publish_id } = await call('freepublish/submit', { media_id }, submitted);
  for (let look = 1; look <= looks; look++) {
    // Whatever goes wrong from here on, the article may come out.
    const { publish_status, article_id, article_detail } = await call(
      'freepublish/get',
      { publish_id },
      looked,
    ).catch((error: unknown) => {
      throw new SendError(error instanceof Error ? error.message : String(error), { permanent: true });
    });
    if (publish_status === 0 && article_id)
      return { externalId: article_id, link: article_detail?.item[0]?.article_url ?? null };
    if (publish_status !== 1)
      throw new SendError(
        `${platformTroubles.not_published}: ${failures[publish_status] ?? publish_status}`,
        {
          permanent: true,
        },
      );
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
  }
  throw new SendError(`${platformTroubles.still_checking}: ${publish_id}`, { permanent: true });
}

/** Takes an article back; one that is gone already is no error. Throws SendError. */
export async function retractArticle(externalId: string, context: PublishContext): Promise<void> {
  const body = { article_id: externalId, index: 0 };
  try {
    await callWechat(context, { path: 'freepublish/delete', body }, z.unknown());
  } catch (error) {
    if (!(error instanceof WechatError && error.code === gone)) throw error;
  }
}

/** The first line as the title, and the rest as paragraphs. A title that is too long is cut, and stands whole above the text. */
export function articleOf({ text, link }: Publication, cover: string): object {
  const [head = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '');
  const characters = [...head];
  const fits = characters.length <= longestTitle;
  const title = fits ? head : `${characters.slice(0, longestTitle - 1).join('')}…`;
  const lines = fits && rest.length > 0 ? rest : [head, ...rest];
  return {
    title,
    content: lines.map((line) => `<p>${escaped(line)}</p>`).join(''),
    ...(link !== null && { content_source_url: link }),
    thumb_media_id: cover,
    need_open_comment: 0,
  };
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);
