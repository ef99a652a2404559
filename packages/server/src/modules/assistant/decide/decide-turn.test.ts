import type { Signal } from '@fairlead/understanding';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RankedArticle } from '../retrieve/rank-articles.ts';
import { answerFrom, decideTurn, type Turn } from './decide-turn.ts';
import { blankMemory, type Memory } from './memory.ts';
import { remember } from './remember.ts';
import { defaultThresholds, patience } from './thresholds.ts';

const passage = (articleId: string, at = 0) => ({
  articleId,
  at,
  locale: 'en' as const,
  heading: null,
  markdown: 'Words',
  plain: 'Words',
  hasSteps: false,
});
const article = (articleId: string, intent: string): RankedArticle => ({
  articleId,
  intents: [intent],
  fit: 1,
  likely: 1,
  score: 1,
  passages: [passage(articleId), passage(articleId, 1)],
});
const articles = [article('key', 'api.key'), article('types', 'trade.order_types')];

interface Said {
  text?: string;
  guesses?: ReadonlyArray<readonly [string, number]>;
  signals?: readonly Signal[];
  slots?: Turn['heard']['slots'];
  memory?: Partial<Memory>;
  locale?: Turn['heard']['locale'];
  flooding?: boolean;
  off?: boolean;
}

function turnOf(said: Said): Turn {
  const { text = 'Some words that are long enough to be a question', guesses = [], signals = [] } = said;
  return {
    heard: {
      text,
      locale: said.locale ?? 'en',
      guesses: guesses.map(([label, probability]) => ({ label, probability })),
      signals: new Set(signals),
      slots: said.slots ?? {},
    },
    memory: { ...blankMemory, ...said.memory },
    articles,
    thresholds: defaultThresholds,
    flooding: said.flooding ?? false,
    off: said.off ?? false,
  };
}
const decide = (said: Said) => decideTurn(turnOf(said));

describe('people', () => {
  test.each([
    [['self_harm'], 'vulnerable'],
    [['distress'], 'vulnerable'],
    [['account_stolen', 'wants_person'], 'stolen'],
    [['access_taken'], 'stolen'],
    [['wants_person'], 'asked'],
    [['complaint'], 'complaint'],
    [['thanks', 'wants_person'], 'asked'],
  ] as Array<[Signal[], string]>)('%j: %s', (signals, reason) => {
    expect(decide({ signals, guesses: [['api.key', 1]] })).toMatchObject({ kind: 'hand_over', reason });
  });

  test('go on where more is asked than one asks, and where the assistant is switched off', () => {
    expect(decide({ flooding: true })).toMatchObject({ reason: 'busy' });
    expect(decide({ off: true, guesses: [['api.key', 1]] })).toMatchObject({ reason: 'unsure' });
  });

  test('are not called, and nobody is turned away, where coins of a wallet of their own were stolen', () => {
    const turn = turnOf({ signals: ['other_stolen'], guesses: [['out_of_scope', 0.95]] });
    const elsewhere = { ...article('elsewhere', ''), intents: [] };
    const taken = { ...article('taken', 'account.hacked'), fit: 0.8 };
    const decided = decideTurn({ ...turn, articles: [taken, elsewhere] });
    expect(decided).toMatchObject({ kind: 'answer', passage: { articleId: 'elsewhere' } });
  });

  test('who asks how something is done is not given the article of what went wrong', () => {
    const how = { ...article('how', ''), intents: [], fit: 1 };
    const wrong = { ...article('wrong', 'fiat.card_failed'), fit: 0.9 };
    const answered = (signals: Signal[]) =>
      decideTurn({
        ...turnOf({ signals, guesses: [['fiat.card_failed', 1]] }),
        articles: [wrong, how],
      });
    expect(answered(['asks_how'])).toMatchObject({ passage: { articleId: 'how' } });
    expect(answered([])).toMatchObject({ passage: { articleId: 'wrong' } });
  });

  test('are not called where something else than the account was stolen: the article tells what helps', () => {
    const turn = turnOf({ signals: ['other_stolen'], guesses: [['account.hacked', 0.9]] });
    expect(decideTurn({ ...turn, articles: [article('taken', 'account.hacked')] }).kind).toBe('answer');
  });

  test('are told of a stolen account by its intent too, and somebody in danger gets more than that', () => {
    expect(decide({ guesses: [['account.hacked', 0.9]] })).toMatchObject({
      reason: 'stolen',
      selfHarm: false,
    });
    expect(decide({ signals: ['self_harm'] })).toMatchObject({ selfHarm: true });
  });

  test('go on in a language of which nothing was learned, unless it is certain', () => {
    expect(decide({ locale: 'tr', guesses: [['api.key', 0.6]] })).toMatchObject({ reason: 'unsure' });
    expect(decide({ locale: 'tr', guesses: [['api.key', 0.95]] })).toMatchObject({ kind: 'answer' });
  });
});

describe('what is understood', () => {
  test.each([
    ['sure', [['api.key', 0.8]], { kind: 'answer', hedged: false }],
    ['less sure', [['api.key', 0.4]], { kind: 'answer', hedged: true }],
    ['a flow looks into it', [['deposit.not_credited', 0.9]], { kind: 'flow', flow: 'deposit' }],
    [
      'two are close',
      [
        ['api.key', 0.45],
        ['trade.order_types', 0.4],
      ],
      { kind: 'clarify' },
    ],
    [
      'neither',
      [
        ['api.key', 0.1],
        ['out_of_scope', 0.2],
      ],
      { kind: 'say', what: 'abstain' },
    ],
    ['none of our business', [['out_of_scope', 0.9]], { kind: 'say', what: 'out_of_scope' }],
  ] as const)('%s', (_, guesses, decision) => {
    expect(decide({ guesses })).toMatchObject(decision);
  });

  test('what is meant for a machine is nothing to answer', () => {
    const decision = decide({ signals: ['injection'], guesses: [['kyc.pending', 1]] });
    expect(decision).toEqual({ kind: 'say', what: 'out_of_scope' });
    const told = (probability: number) =>
      decide({ signals: ['injection'], guesses: [['feedback.complaint', probability]] });
    expect(told(0.4)).toEqual({ kind: 'say', what: 'out_of_scope' });
    expect(told(0.9)).toMatchObject({ reason: 'complaint' });
  });

  test('a passage is not said twice', () => {
    const next = decide({ guesses: [['api.key', 0.9]], memory: { given: ['key#0'] } });
    expect(next).toMatchObject({ kind: 'answer', passage: { at: 1 } });
    const none = decide({ guesses: [['api.key', 0.9]], memory: { given: ['key#0', 'key#1'] } });
    expect(none).toEqual({ kind: 'say', what: 'did_not_help' });
  });
});

test('a transaction id is about a transfer, whatever else it looks like', () => {
  const txid = 'a1';
  expect(decide({ text: txid, slots: { txid }, guesses: [['out_of_scope', 0.9]] })).toMatchObject({
    kind: 'flow',
    flow: 'deposit',
    slots: { txid },
  });
  const last = { intent: 'withdrawal.pending', text: '', slots: {} };
  const close = [
    ['withdrawal.wrong_address', 0.45],
    ['fiat.transfer_pending', 0.4],
  ] as const;
  expect(decide({ text: txid, slots: { txid }, guesses: close })).toMatchObject({ flow: 'withdrawal' });
  expect(decide({ text: txid, slots: { txid }, memory: { last } })).toMatchObject({ flow: 'withdrawal' });
});

test('who it is it says once', () => {
  const hello: Said = { text: 'hello there', signals: ['greeting'] };
  const { heard } = turnOf(hello);
  const memory = remember(blankMemory, { heard, decision: decide(hello), run: null, choices: [] });
  expect(decide({ ...hello, memory })).toEqual({ kind: 'say', what: 'go_on' });
  const trouble: Said = { text: 'I have a problem', guesses: [['assistant.greeting', 0.9]], memory };
  expect(decide(trouble)).toEqual({ kind: 'say', what: 'go_on' });
});

describe('what is asked on about what a flow found', () => {
  const memory: Partial<Memory> = {
    last: { intent: 'withdrawal.pending', text: 'Where is it?', slots: { transferId: '7' } },
    found: 'withdrawal',
  };
  test.each<[string, string, Said]>([
    ['Can I still cancel it?', 'withdrawal.cancel', {}],
    ['OK and what fee did I pay?', 'trade.fee', {}],
    ['手续费呢？', 'withdrawal.fee', {}],
  ])('%s goes on from it', (text, intent, more) => {
    expect(decide({ text, guesses: [[intent, 0.8]], memory, ...more })).toMatchObject({
      kind: 'flow',
      flow: 'withdrawal',
      slots: { transferId: '7' },
    });
  });
  test.each<[string, Said]>([
    ['of another coin', { text: 'And the fee for BTC?', slots: { asset: 'BTC' } }],
    ['at length', { text: 'How much do you take from me for each trade that I make on the spot market?' }],
    ['where nothing was found', { text: 'And the fee?', memory: { ...memory, found: null } }],
  ])('%s it does not', (_, said) => {
    expect(decide({ guesses: [['trade.fee', 0.8]], memory, ...said })).not.toMatchObject({
      flow: 'withdrawal',
    });
  });
  test('only until something else is answered', () => {
    const { heard } = turnOf({ text: 'How do I make a key?' });
    const decision = decide({ guesses: [['api.key', 0.9]] });
    expect(
      remember({ ...blankMemory, ...memory }, { heard, decision, run: null, choices: [] }).found,
    ).toBeNull();
  });
});

describe('small words', () => {
  const long = 'Hello dear team, there is something that I would like to ask about my account';
  test.each<[string, Said, object]>([
    ['a greeting', { text: 'hello there', signals: ['greeting'] }, { what: 'greet' }],
    [
      'a long one',
      { text: long, signals: ['greeting'], guesses: [['assistant.greeting', 0.4]] },
      { what: 'greet' },
    ],
    [
      'one before a question that is likely',
      { text: long, signals: ['greeting'], guesses: [['api.key', 0.4]] },
      { kind: 'answer', hedged: true },
    ],
    [
      'one before what is not understood',
      { text: long, signals: ['greeting'], guesses: [['api.key', 0.1]] },
      { what: 'abstain' },
    ],
    [
      'one before what is none of our business',
      { text: long, signals: ['greeting'], guesses: [['out_of_scope', 0.8]] },
      { what: 'out_of_scope' },
    ],
    [
      'thanks with a question that is likely',
      { text: long, signals: ['thanks'], guesses: [['api.key', 0.4]] },
      { kind: 'answer', hedged: true },
    ],
    ['long thanks', { text: long, signals: ['thanks'], guesses: [['api.key', 0.2]] }, { what: 'thanks' }],
  ])('%s', (_what, said, decision) => expect(decide(said)).toMatchObject(decision));
});

describe('what was said before', () => {
  const last = { intent: 'deposit.not_credited', text: 'Where is it', slots: { asset: 'USDT' } };

  test('is gone on with by a few words that name something', () => {
    const decision = decide({ text: 'and TRC20?', slots: { network: 'TRC20' }, memory: { last } });
    expect(decision).toMatchObject({ kind: 'flow', slots: { asset: 'USDT', network: 'TRC20' } });
  });

  test('a choice is what was offered, and a value is what was asked for', () => {
    const asked = {
      of: 'flow' as const,
      flow: 'deposit' as const,
      slots: { asset: 'BTC' },
      slot: 'txid' as const,
      choices: [{ text: 'I do not have it', slots: { withoutTxid: 'yes' as const } }],
    };
    const memory = { last, asked };
    expect(decide({ text: 'i do not have it ', memory })).toMatchObject({
      slots: { asset: 'BTC', withoutTxid: 'yes' },
    });
    expect(decide({ text: 'it is this', slots: { txid: 'a1' }, memory })).toMatchObject({
      slots: { asset: 'BTC', txid: 'a1' },
    });
    expect(decide({ text: 'forget it', signals: ['wants_person'], memory })).toMatchObject({
      reason: 'asked',
    });
  });

  test('a question back is asked once', () => {
    const asked = { of: 'article' as const, choices: [{ text: 'Create an API key', intent: 'api.key' }] };
    expect(decide({ text: 'Create an API key', memory: { asked } })).toMatchObject({ intent: 'api.key' });
    const close = [
      ['api.key', 0.45],
      ['trade.order_types', 0.4],
    ] as const;
    expect(decide({ guesses: close, memory: { asked } })).toEqual({ kind: 'say', what: 'abstain' });
  });
});

test('whoever is never helped meets a person: there is no loop', () => {
  const signals = fc.subarray<Signal>(['not_helpful', 'no', 'greeting', 'yes', 'angry', 'urgent']);
  const guess = fc.tuple(fc.constantFrom('api.key', 'out_of_scope', 'trade.order_types'), fc.constant(0.15));
  fc.assert(
    fc.property(fc.array(fc.record({ signals, guesses: fc.array(guess, { maxLength: 2 }) })), (turns) => {
      let memory: Memory = blankMemory;
      let failures = 0;
      for (const said of turns) {
        const turn = turnOf({ ...said, memory });
        const decision = decideTurn(turn);
        if (decision.kind === 'hand_over') return;
        const failed = decision.kind === 'say' && ['abstain', 'did_not_help'].includes(decision.what);
        failures = failed ? failures + 1 : failures;
        memory = remember(memory, { heard: turn.heard, decision, run: null, choices: [] });
        expect(memory.failures).toBeLessThan(patience);
      }
    }),
  );
});

describe('whether something is really the exchange', () => {
  const intent = 'account.official_check';
  const contact = 'htx-bonus.example';
  const asked: Array<[string, Said, object]> = [
    [
      'named, it is looked up',
      { guesses: [[intent, 0.8]], slots: { contact } },
      { kind: 'flow', flow: 'official', slots: { contact } },
    ],
    ['less sure, too', { guesses: [[intent, 0.4]], slots: { contact } }, { kind: 'flow', flow: 'official' }],
    [
      'a link and nothing else',
      { text: contact, guesses: [['out_of_scope', 0.9]], slots: { contact } },
      { kind: 'flow', flow: 'official' },
    ],
    [
      'in a language of which nothing was learned',
      { text: contact, locale: 'tr', slots: { contact } },
      { kind: 'flow', flow: 'official' },
    ],
    [
      'named after the question',
      {
        text: `it is ${contact}`,
        slots: { contact },
        memory: { last: { intent, text: 'Is this you?', slots: {} } },
      },
      { kind: 'flow', flow: 'official' },
    ],
    ['nothing is named', { guesses: [[intent, 0.8]] }, { kind: 'answer' }],
    [
      'a strange link looks out of scope',
      {
        guesses: [
          ['out_of_scope', 0.6],
          [intent, 0.38],
        ],
        slots: { contact },
      },
      { kind: 'flow', flow: 'official' },
    ],
    // What was asked before is not asked again.
    [
      'nothing new is named',
      { guesses: [[intent, 0.8]], memory: { last: { intent, text: contact, slots: { contact } } } },
      { kind: 'answer' },
    ],
    [
      'a link beside another matter',
      {
        text: `see ${contact}`,
        guesses: [['api.key', 0.1]],
        slots: { contact },
        memory: { last: { intent: 'deposit.not_credited', text: 'x', slots: {} } },
      },
      { kind: 'say', what: 'abstain' },
    ],
  ];
  test.each(asked)('%s', (_, said, expected) => expect(decide(said)).toMatchObject(expected));

  test('asked for, it is taken as an answer', () => {
    const memory: Partial<Memory> = {
      asked: { of: 'flow', flow: 'official', slots: {}, slot: 'contact', choices: [] },
      last: { intent, text: 'Is this you?', slots: {} },
    };
    expect(decide({ text: `They wrote from ${contact}`, slots: { contact }, memory })).toEqual({
      kind: 'flow',
      intent,
      flow: 'official',
      slots: { contact },
    });
  });
});

describe('an article that names no intent', () => {
  const byFit = (fits: Record<string, number>): RankedArticle[] =>
    articlesWith.map((it) => ({ ...it, fit: fits[it.articleId] ?? 0 }));
  const articlesWith = [
    article('pending', 'withdrawal.pending'),
    { ...article('txid', ''), intents: [] },
    article('types', 'trade.order_types'),
  ];
  const decideBy = (fits: Record<string, number>, said: Said) =>
    decideTurn({ ...turnOf(said), articles: byFit(fits) });
  const sure: Said = { guesses: [['withdrawal.pending', 0.9]] };

  test.each<[string, Record<string, number>, Said, object]>([
    [
      'answers where its words fit best by much',
      { txid: 1, pending: 0.5 },
      sure,
      { kind: 'answer', passage: { articleId: 'txid' } },
    ],
    [
      'gives way where those of the intent fit about as well',
      { txid: 1, pending: 0.9 },
      sure,
      { kind: 'flow' },
    ],
    ['gives way where another fits best', { types: 1, txid: 0.8, pending: 0.1 }, sure, { kind: 'flow' }],
    [
      'gives way where something is named that a flow looks into',
      { txid: 1, pending: 0.5 },
      { ...sure, slots: { asset: 'BTC' } },
      { kind: 'flow', slots: { asset: 'BTC' } },
    ],
  ])('%s', (_what, fits, said, expected) => {
    expect(decideBy(fits, said)).toMatchObject(expected);
  });

  test('is no answer to a few words more about something that neither it nor the intent places', () => {
    const unsure: Said = { guesses: [['withdrawal.pending', 0.4]], text: 'An Android phone' };
    expect(decideBy({ types: 1 }, unsure)).toMatchObject({ passage: { articleId: 'types' } });
    const memory = { last: { intent: 'account.login_failed', text: 'I cannot sign in', slots: {} } };
    expect(decideBy({ types: 1 }, { ...unsure, memory })).toEqual({ kind: 'say', what: 'abstain' });
  });

  test('is followed by those of the intent once all of it was given', () => {
    const given = ['txid#0', 'txid#1'];
    expect(
      answerFrom(byFit({ txid: 1, pending: 0.5 }), 'withdrawal.pending', { ...blankMemory, given }, false),
    ).toMatchObject({ kind: 'answer', passage: { articleId: 'pending' } });
  });
});
