import { rm } from 'node:fs/promises';
import {
  blankMemory,
  defaultThresholds,
  readConfig,
  startEmbeddedPostgres,
  startServer,
  type Thought,
  writeDemoArticles,
} from '@fairlead/server/testing';
import { makeFolder } from '../bench/installation.ts';
import { percentile, printTable } from '../bench/table.ts';
import { type Conversation, conversationLanguages, readConversations } from './read-conversations.ts';

interface Judged {
  readonly language: string;
  readonly conversation: Conversation;
  readonly thought: Thought;
  readonly right: boolean;
  readonly milliseconds: number;
}

type Kind = 'answer' | 'flow' | 'handover' | 'abstain';

/**
 * What the assistant does with labelled conversations, as a visitor meets it: a whole node with the articles that come with the product, and no
 * exchange connected. The last turn is judged.
 */
export async function evalAnswers(): Promise<void> {
  const folder = await makeFolder('fairlead-eval-');
  const postgres = await startEmbeddedPostgres({ dataDirectory: `${folder}/postgres`, log: () => {} });
  const { connectionString } = postgres;
  const config = readConfig({ LOG_LEVEL: 'silent', PORT: '0', DEMO: 'false', SECRET: 'x'.repeat(32) });
  const server = await startServer({ config, connectionString, dataDirectory: folder });
  try {
    await server.platform.database.write(writeDemoArticles);
    const judged: Judged[] = [];
    for (const language of conversationLanguages)
      for (const conversation of readConversations(language))
        judged.push(await judge(language, conversation));
    print(judged);
    // Of the odd half only: nothing may be chosen by the other.
    if (process.env['WRONG']) for (const it of judged.filter((it) => !it.right && odd(it))) printWrong(it);
  } finally {
    await server.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }

  async function judge(
    language: (typeof conversationLanguages)[number],
    conversation: Conversation,
  ): Promise<Judged> {
    let memory = blankMemory;
    let last: { thought: Thought; milliseconds: number } | undefined;
    for (const text of conversation.turns) {
      const begun = performance.now();
      const thought = await server.assistant.think({
        text,
        page: language,
        memory,
        customer: null,
        timeZone: 'UTC',
        flooding: false,
        off: false,
        thresholds: defaultThresholds,
      });
      last = { thought, milliseconds: performance.now() - begun };
      memory = thought.memory;
    }
    if (!last) throw new Error(`${conversation.id} has no turn`);
    return { language, conversation, ...last, right: isRight(conversation, last.thought) };
  }
}

function kindOf({ expect }: Conversation): Kind {
  if ('abstain' in expect) return 'abstain';
  if ('handover' in expect) return 'handover';
  return 'flow' in expect ? 'flow' : 'answer';
}

function isRight({ expect }: Conversation, thought: Thought): boolean {
  const { steps, handOver, sources } = thought;
  if ('abstain' in expect) return handOver === null && sources.length === 0 && steps.decision.kind === 'say';
  if ('handover' in expect) return handOver === expect.handover;
  const answered = sources.some(({ url }) => expect.answer?.includes(url.split('/').at(-1) ?? ''));
  return answered || ('flow' in expect && steps.flow?.flow === expect.flow);
}

/** Of the half that may be looked at. */
const odd = ({ conversation }: Judged) => Number(conversation.id.split('-').at(-1)) % 2 === 1;

function print(judged: readonly Judged[]): void {
  const halves = [
    ['all, odd', judged.filter(odd)],
    ['all, even', judged.filter((it) => !odd(it))],
  ] as const;
  const rows = [...Map.groupBy(judged, (it) => it.language), ...halves, ['all', judged] as const].map(
    ([language, own]) => {
      const share = (of: readonly Judged[]) =>
        of.length === 0 ? '' : (of.filter((it) => it.right).length / of.length).toFixed(3);
      const ofKind = (kind: Kind) => share(own.filter((it) => kindOf(it.conversation) === kind));
      const times = own.map((it) => it.milliseconds).toSorted((a, b) => a - b);
      return [
        language,
        own.length,
        share(own),
        ofKind('answer'),
        ofKind('flow'),
        ofKind('handover'),
        ofKind('abstain'),
        share(
          own.filter(
            (it) => it.thought.steps.decision.kind === 'answer' && kindOf(it.conversation) === 'answer',
          ),
        ),
        own.filter((it) => it.thought.steps.decision.kind === 'clarify').length,
        percentile(times, 0.5).toFixed(1),
        percentile(times, 0.99).toFixed(1),
      ];
    },
  );
  printTable(
    'What follows labelled conversations (shares that are right)',
    [
      'language',
      'conversations',
      'all',
      'answers',
      'flows',
      'handovers',
      'abstained',
      'right where it answered',
      'asked back',
      'ms p50',
      'ms p99',
    ],
    rows,
  );
}

function printWrong({ conversation, thought }: Judged): void {
  const { steps, handOver, sources } = thought;
  const [best, next] = steps.heard.guesses;
  console.log(
    JSON.stringify({
      id: conversation.id,
      text: conversation.turns.join(' / '),
      expect: conversation.expect,
      intent: conversation.intent,
      did: handOver ?? (steps.decision.kind === 'say' ? steps.decision.what : steps.decision.kind),
      source: sources[0]?.url.split('/').at(-1),
      flow: steps.flow?.flow,
      guesses: [best, next].map((it) => it && `${it.label} ${it.probability.toFixed(2)}`),
      signals: [...steps.heard.signals],
    }),
  );
}
