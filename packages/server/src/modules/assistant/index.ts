import { defaultLocale } from '@fairlead/contract';
import { learnConcepts } from '@fairlead/understanding';
import { z } from 'zod';
import type { JobType } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import type { News } from '../announcements/index.ts';
import { readChatInbox } from '../channels/index.ts';
import { keptByBot, messagePosted } from '../conversations/index.ts';
import type { Exchange } from '../exchange/index.ts';
import { glossary, type HelpCenter, hasArticles } from '../helpcenter/index.ts';
import { copilotRoutes } from './copilot/copilot-routes.ts';
import { hearDangers } from './danger/hear-danger.ts';
import { createHearingThread } from './danger/hearing-thread.ts';
import { leftUnanswered } from './danger/left-unanswered.ts';
import { gatherNightly } from './learning/gather-nightly.ts';
import { learningRoutes } from './learning/learning-routes.ts';
import { keepTold } from './learning/meaning/keep-told.ts';
import { followClassifier } from './learning/training/live-classifier.ts';
import { trainVersion, workTrainings } from './learning/training/train-classifier.ts';
import { shippedData, type TrainingData } from './learning/training/training-data.ts';
import { trainingRoutes } from './learning/training/training-routes.ts';
import { readLetters } from './letters/read-letters.ts';
import { createAnswerWriter, modelOpener } from './model/answer-writer.ts';
import { createEmbedder } from './model/embed/embedder.ts';
import { modelRoutes } from './model/model-routes.ts';
import { deleteCallsBefore } from './model/model-store.ts';
import { respond } from './respond.ts';
import { exampleTexts } from './results/example-texts.ts';
import { nightlyRuns } from './results/nightly.ts';
import { resultsRoutes } from './results/results-routes.ts';
import { workRuns } from './results/run-examples.ts';
import { createPassageFinder } from './retrieve/passage-finder.ts';
import { assistantRoutes } from './routes.ts';
import { closeQuietChats } from './settings/close-quiet.ts';
import { createSettingsSource } from './settings/settings-source.ts';
import { studioRoutes } from './studio/studio-routes.ts';
import { textRoutes } from './texts/text-routes.ts';
import { type Knowledge, type Question, type Thought, think } from './think.ts';
import { hear } from './understand/hear.ts';

export { blankMemory } from './decide/memory.ts';
export { defaultThresholds } from './decide/thresholds.ts';
export { createNearArticles } from './learning/meaning/near-articles.ts';
export { nearTickets } from './learning/meaning/near-tickets.ts';
export { importKnown } from './results/examples-file.ts';
export { starterExamples } from './results/starter-examples.ts';
export { assistantTexts, greetingTexts } from './texts/covered-texts.ts';
export type { Thought } from './think.ts';

/** Answers what is still to be answered in a conversation: for when the node that heard of it went away. */
const answer: JobType<{ conversationId: string }> = {
  name: 'assistant.answer',
  schema: z.object({ conversationId: z.uuid() }),
  retries: 4,
  key: ({ conversationId }) => conversationId,
};
/** When the job looks whether it was answered: long after it was, as a rule. */
const patience = 8_000;

const day = 24 * 3_600_000;
/** Days that what a model was given to read is kept. */
const callsKept = 90;

/** How long after its start a node reads what answers need: nobody is to wait for that, nor the start itself. */
const warmAfter = 1_500;

/** What a node's assistant is at. */
export interface Assistant {
  /** What it would answer, and every step on the way there. Writes nothing. */
  think(question: Question): Promise<Thought>;
  /** Reads soon what the first answer would wait for, where chats are answered at all. */
  start(): void;
  /** Does an ordered training by other data than what came along: for tests. */
  train(number: number, data: TrainingData): Promise<void>;
  /** Waits until this node goes by the classifier that is live. */
  followed(): Promise<void>;
  /** Waits for the answers that are being made up now. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** The door of the assistant module: it answers chats before people do. See README.md for what it promises. */
export function assistantModule(
  platform: Platform,
  { center, exchange, news }: { center: HelpCenter; exchange: Exchange; news: News },
): Assistant {
  const { config, database, relay, jobs, clock, log } = platform;
  const { library, help } = center;
  let warming: NodeJS.Timeout | undefined;
  const open = modelOpener(platform);
  const writer = createAnswerWriter(platform, open);
  const knowledge: Knowledge = {
    library,
    help,
    exchange,
    news,
    clock,
    finder: createPassageFinder(library, center.words),
    writer,
  };
  const thread = createHearingThread();
  // What customers may call things is understood as soon as somebody has written it into the glossary.
  center.words.onChange(() => {
    const { concepts } = center.words.current();
    const learned = concepts === glossary.concepts ? null : concepts;
    learnConcepts(learned);
    thread.hearBy({ concepts: learned });
  });
  const settings = createSettingsSource(database);
  exchange.sayBy(async () => (await settings.current()).flowTexts);
  assistantRoutes(platform);
  studioRoutes(platform, knowledge, settings);
  textRoutes(platform, knowledge);
  closeQuietChats(platform);
  modelRoutes(platform, open);
  jobs.every('assistant.forget_model_calls', day, () =>
    database.write((tx) => deleteCallsBefore(tx, new Date(tx.now.getTime() - callsKept * day))),
  );
  resultsRoutes(platform, knowledge);
  workRuns(platform, knowledge);
  nightlyRuns(platform, knowledge);
  const embedder = createEmbedder(platform);
  learningRoutes(platform, knowledge, embedder);
  gatherNightly(platform, embedder);
  keepTold(platform, library, embedder);
  trainingRoutes(platform);
  workTrainings(platform, knowledge, shippedData);
  const follower = followClassifier(platform, (model) => thread.hearBy({ model }));
  center.drift.alsoRead({ source: 'example', list: exampleTexts });
  copilotRoutes(platform, knowledge, settings, center.words);
  jobs.work(answer, async ({ conversationId }) => {
    // Whatever came in between, a note for instance, may have told nobody that there is something to answer.
    if ((await respondOnce(conversationId)) === 'again') throw new Error('something was said meanwhile');
  });

  const listen = (places: Parameters<typeof hearDangers>[4]) =>
    hearDangers(platform, exchange.connector, settings, thread, places);
  const respondOnce = async (id: string) => {
    const outcome = await respond(platform, knowledge, settings, id);
    if (outcome === 'people') await listen(await leftUnanswered(database.reader(), id));
    return outcome;
  };
  /** Twice where something came in between: a module above may have said it, such as what to do about a password that was written down. */
  const respondAtOnce = async (id: string) => {
    if ((await respondOnce(id)) === 'again') await respondOnce(id);
  };

  const busy = new Set<Promise<unknown>>();
  readLetters(platform, knowledge, settings, busy);
  relay.on(messagePosted, 'assistant.answer', async (events) => {
    const asked = new Set(
      events
        .filter(({ payload }) => payload.author === 'customer' && payload.kind === 'text')
        .map((it) => it.subjectId),
    );
    const ids = await keptByBot(database.reader(), [...asked]);
    if (ids.length === 0) return;
    const after = new Date(clock.now().getTime() + patience + (await writer.longest()));
    await database.write(async (tx) => {
      for (const conversationId of ids) await jobs.enqueue(tx, answer, { conversationId }, { after });
    });
    // At once, and not within the relay's turn: the exchange may take its time, and the job is there should this node go away.
    for (const id of ids) {
      const work = respondAtOnce(id).catch((error: unknown) =>
        log.warn({ err: error }, 'the assistant did not answer at once'),
      );
      busy.add(work);
      void work.finally(() => busy.delete(work));
    }
  });
  relay.on(messagePosted, 'assistant.hear_dangers', (events) =>
    listen(
      events
        .filter(({ payload }) => payload.author === 'customer' && payload.kind === 'text')
        .map(({ subjectId, payload }) => ({ conversationId: subjectId, seq: payload.seq })),
    ),
  );
  return {
    think: (question) => think(knowledge, question),
    train: (number, data) => trainVersion(platform, knowledge, data, number),
    followed: () => follower.look(),
    start() {
      void follower.look();
      if (config.ROLE === 'web' || !config.ASSISTANT) return;
      warming = setTimeout(() => {
        warm().catch((error: unknown) => log.warn({ err: error }, 'the assistant is not warm'));
      }, warmAfter);
    },
    settled,
    async stop() {
      clearTimeout(warming);
      await follower.stop();
      await settled();
      await thread.stop();
    },
  };

  async function settled(): Promise<void> {
    while (busy.size > 0) await Promise.all(busy);
  }

  async function warm(): Promise<void> {
    const reader = database.reader();
    const inbox = await readChatInbox(reader);
    // A help center that is only just being filled is read when somebody asks.
    if (!inbox?.assistant || !(await hasArticles(reader))) return;
    await library.ready();
    hear('warm', defaultLocale, { now: clock.now(), timeZone: 'UTC' });
    for (const locale of [defaultLocale, 'zh-CN'] as const)
      knowledge.finder.find({ text: 'warm', locale, readable: () => true, limit: 1 });
  }
}
