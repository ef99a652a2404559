import type { Locale } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Database } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import { createArticle, listCategoryRows } from '../../helpcenter/index.ts';
import { assistantWords } from '../assistant-words.ts';
import type { Knowledge } from '../think.ts';
import { findCluster, putClusterState } from './cluster-store.ts';
import { nearestPassages } from './nearest-passages.ts';
import { outlineOf } from './outline-of.ts';
import { presentCluster } from './present-clusters.ts';

const longestTitle = 160;

/**
 * Begins an article for a cluster: a draft in a language with the questions, and the nearest passages with where they are from, in the category of
 * the nearest article of the same intent. The cluster is in work then. Throws `request.not_found`, `article.category_not_found` where there is
 * none yet, and `learning.article_begun`.
 */
export async function draftArticle(
  database: Database,
  knowledge: Knowledge,
  actor: AgentActor,
  { clusterId, locale, now }: { clusterId: string; locale: Locale; now: Date },
): Promise<{ articleId: string }> {
  const cluster = await presentCluster(database.reader(), clusterId, { locale, now });
  if (!cluster) throw fail('request.not_found');
  const near = await nearestPassages(knowledge, cluster.all, locale);
  const { intent } = cluster;
  return database.write(async (tx) => {
    const held = await findCluster(tx, clusterId, true);
    if (!held) throw fail('request.not_found');
    if (held.articleId !== null) throw fail('learning.article_begun');
    const about = near.find((it) => intent !== null && it.article.intents.includes(intent)) ?? near[0];
    const categoryId = about?.article.categoryId ?? (await listCategoryRows(tx))[0]?.id;
    if (categoryId === undefined) throw fail('article.category_not_found');
    const { id } = await createArticle(tx, actor, {
      categoryId,
      slug: `questions-${clusterId}`,
      visibility: 'public',
      tags: [],
      intents: intent === null ? [] : [intent],
      ticketCategory: null,
      related: [],
      attachments: [],
      ownerId: actor.id,
      reviewDue: null,
      sourceLocale: locale,
      text: {
        title: cluster.sample.text.slice(0, longestTitle),
        summary: '',
        body: outlineOf(
          cluster.items,
          near.map(({ title, passage }) => ({ title, heading: passage.heading, plain: passage.plain })),
          {
            questions: assistantWords(locale, 'draft_questions'),
            answer: assistantWords(locale, 'draft_answer'),
            nearest: assistantWords(locale, 'draft_nearest'),
          },
        ),
      },
    });
    await putClusterState(tx, clusterId, { state: 'in_work', agentId: actor.id, articleId: id });
    return { articleId: id };
  });
}
