import { endpoints, type ProposedUtterance } from '@fairlead/contract';
import type { Reader } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readTickets } from '../../tickets/index.ts';
import type { Embedder } from '../model/embed/embedder.ts';
import { readModel } from '../model/model-store.ts';
import { withKey } from '../model/save-model.ts';
import { namesOf } from '../results/present.ts';
import type { Knowledge } from '../think.ts';
import { putClusterState } from './cluster-store.ts';
import { draftArticle } from './draft-article.ts';
import { gatherQuestions, readGathering } from './gather.ts';
import { tryEmbeddings } from './meaning/try-embeddings.ts';
import { nearestPassages } from './nearest-passages.ts';
import { presentCluster, presentClusters } from './present-clusters.ts';
import { intentsOfCategory } from './utterances/correction-of-category.ts';
import { decideUtterance } from './utterances/decide-utterance.ts';
import { learnFromCategories } from './utterances/learn-from-categories.ts';
import { correctIntent, proposeFromCluster } from './utterances/propose.ts';
import { countUtterances, listUtterances, type UtteranceRecord } from './utterances/utterance-store.ts';

const { assistant } = endpoints;
const shownUtterances = 200;
/** Milliseconds that an embeddings model may take in all while somebody waits. */
const patience = 20_000;

/** What was not answered well, and what is made of it. */
export function learningRoutes(platform: Platform, knowledge: Knowledge, embedder: Embedder): void {
  const { database, http, clock } = platform;
  const reader = () => database.reader();
  learnFromCategories(platform);

  http.route(assistant.listClusters, async ({ query }) => ({
    ...(await presentClusters(reader(), { ...query, now: clock.now() })),
    ...(await readGathering(reader())),
  }));
  http.route(assistant.readCluster, async ({ params, query: { locale } }) => {
    const found = await presentCluster(reader(), params.id, { locale, now: clock.now() });
    if (!found) throw fail('request.not_found');
    const { all, ...cluster } = found;
    const near = await nearestPassages(knowledge, all, locale);
    return {
      ...cluster,
      nearest: near.map(({ article, title, passage }) => ({
        articleId: article.id,
        title,
        heading: passage.heading,
      })),
    };
  });
  http.route(assistant.gatherQuestions, async () => ({
    added: await gatherQuestions(platform, embedder, patience),
  }));
  http.route(assistant.tryEmbeddings, async ({ caller, body }) =>
    tryEmbeddings(embedder, withKey(platform, await readModel(reader()), body), caller.id),
  );
  http.route(assistant.setClusterState, ({ caller, params, body: { state } }) =>
    database.write(async (tx) => {
      if (!(await putClusterState(tx, params.id, { state, agentId: caller.id })))
        throw fail('request.not_found');
    }),
  );
  http.route(assistant.draftForCluster, ({ caller, params, body: { locale } }) =>
    draftArticle(database, knowledge, caller, { clusterId: params.id, locale, now: clock.now() }),
  );

  http.route(assistant.proposeUtterances, ({ caller, params, body }) =>
    database.write((tx) => proposeFromCluster(tx, caller, params.id, body)),
  );
  http.route(assistant.correctIntent, ({ caller, params: { id, seq }, body: { intent } }) =>
    database.write((tx) => correctIntent(tx, caller, { conversationId: id, seq, intent })),
  );
  http.route(assistant.listUtterances, async ({ query: { state } }) => ({
    items: await present(reader(), await listUtterances(reader(), state, shownUtterances)),
    counts: await countUtterances(reader()),
  }));
  http.route(assistant.decideUtterance, async ({ caller, params, body }) => {
    const record = await database.write((tx) => decideUtterance(tx, caller, params.id, body));
    const [shown] = await present(reader(), [record]);
    if (!shown) throw fail('request.not_found');
    return shown;
  });
}

async function present(reader: Reader, records: readonly UtteranceRecord[]): Promise<ProposedUtterance[]> {
  const nameOf = await namesOf(
    reader,
    records.flatMap((it) => [it.proposedBy, it.decidedBy]),
  );
  const tickets = await readTickets(
    reader,
    records.flatMap((it) => it.ticketId ?? []),
  );
  const numbers = new Map(tickets.map(({ id, number }) => [id, number]));
  return records.map(
    ({ clusterId: _cluster, ticketId, proposedBy, proposedAt, decidedBy, decidedAt, ...it }) => ({
      ...it,
      ticket: ticketId === null ? null : { id: ticketId, number: numbers.get(ticketId) ?? 0 },
      candidates: it.category ? intentsOfCategory(it.category) : [],
      proposedBy: nameOf(proposedBy),
      proposedAt: proposedAt.toISOString(),
      decidedBy: nameOf(decidedBy),
      decidedAt: decidedAt?.toISOString() ?? null,
    }),
  );
}
