import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSecrets, isRemoved, type SecretKind, secretKinds } from '@fairlead/shield';
import { allWordLists } from '@fairlead/shield/all-word-lists';
import { printTable } from '../bench/table.ts';
import { fillSentence, seededRandom } from './fill-sentence.ts';
import { readKnowledgeBase, readPersonalData, readSupportQuestions } from './read-shared-data.ts';

type Sentences = Record<string, Partial<Record<SecretKind | 'none', string[]>>>;

/** Each sentence is asked so often, with other keys, numbers and words in it. */
const draws = 8;

interface Count {
  wanted: number;
  found: number;
  /** Taken for it where there was none, or another. */
  wrong: number;
}

/**
 * What the shield finds and what it takes for a secret that is none: sentences that its rules were written by, and others that were set aside; then texts
 * of others, where they are at hand.
 */
export async function evalShield(): Promise<void> {
  for (const name of ['tuning', 'set-aside']) {
    const file = join(import.meta.dirname, 'shield-sentences', `${name}.json`);
    measure(name, JSON.parse(readFileSync(file, 'utf8')) as Sentences);
  }
  measureIds();
  measureProse();
  timeIt();
}

function measure(name: string, sentences: Sentences): void {
  const random = seededRandom(39);
  const kinds = new Map<string, Count>();
  const languages = new Map<string, Count>();
  const missed = new Map<string, number>();
  const countOf = (counts: Map<string, Count>, key: string) => {
    const kept = counts.get(key) ?? { wanted: 0, found: 0, wrong: 0 };
    counts.set(key, kept);
    return kept;
  };
  for (const [language, byKind] of Object.entries(sentences)) {
    for (const [kind, texts] of Object.entries(byKind)) {
      for (const sentence of (texts ?? []).flatMap((it) => Array.from({ length: draws }, () => it))) {
        const { text, parts } = fillSentence(sentence, language, random);
        const found = findSecrets(text, allWordLists);
        const secret = kind === 'none' ? undefined : parts.at(-1);
        const right = found.find(
          (it) =>
            secret &&
            it.kind === kind &&
            it.end >= secret.end &&
            // The number before the first word says nothing.
            !/\p{L}/u.test(text.slice(secret.start, it.start)),
        );
        for (const count of [countOf(kinds, kind), countOf(languages, language)]) {
          if (secret) count.wanted += 1;
          if (right) count.found += 1;
        }
        if (secret && !right) missed.set(sentence, (missed.get(sentence) ?? 0) + 1);
        for (const other of found.filter((it) => it !== right)) {
          countOf(kinds, other.kind).wrong += 1;
          countOf(languages, language).wrong += 1;
          missed.set(`wrong: ${other.kind} in ${text.slice(0, 90)}`, 1);
        }
      }
    }
  }
  const rows = (counts: Map<string, Count>, keys: readonly string[]) =>
    keys.flatMap((key) => {
      const count = counts.get(key);
      return count
        ? [
            [
              key,
              count.wanted,
              share(count.found, count.wanted),
              share(count.found, count.found + count.wrong),
              count.wrong,
            ],
          ]
        : [];
    });
  const headings = ['', 'wanted', 'recall', 'precision', 'wrong'];
  printTable(`Shield, sentences (${name}): by kind`, headings, rows(kinds, secretKinds));
  printTable(`Shield, sentences (${name}): by language`, headings, rows(languages, Object.keys(sentences)));
  if (missed.size > 0) printTable('Missed or wrong', ['sentence', 'times'], [...missed].slice(0, 40));
}

const share = (part: number, whole: number) => (whole === 0 ? '-' : (part / whole).toFixed(3));

/** Ids of transactions, addresses, signatures, orders and accounts by themselves and in a line: none may be taken for a secret. */
function measureIds(): void {
  const random = seededRandom(7);
  const rows = ['txid', 'address', 'sig', 'order', 'uid'].map((name) => {
    let wrong = 0;
    const count = 20_000;
    for (let at = 0; at < count; at += 1) {
      const { text } = fillSentence(
        at % 2 === 0 ? `{${name}}` : `please check {${name}} for me`,
        'en',
        random,
      );
      if (findSecrets(text, allWordLists).some((it) => isRemoved(it.kind))) wrong += 1;
    }
    return [name, count, wrong];
  });
  printTable('Shield, what customers must be able to send', ['', 'texts', 'taken for a secret'], rows);
}

/** What customers ask, in all languages of the product. */
function readUtterances() {
  const folder = join(import.meta.dirname, 'held-out-utterances');
  const texts = readdirSync(folder).flatMap((name) =>
    Object.values(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string[]>).flat(),
  );
  return { name: 'held-out utterances', texts };
}

/** Texts that others wrote, which hold no secret of their writers. */
function measureProse(): void {
  for (const read of [readUtterances, readSupportQuestions, readKnowledgeBase]) {
    const set = read();
    if (!set) {
      console.log('\nShield: a shared set is absent, so it is left out.');
      continue;
    }
    const wrong = set.texts.flatMap((text) =>
      findSecrets(text, allWordLists)
        .filter((it) => isRemoved(it.kind))
        .map((it) => [
          it.kind,
          text
            .slice(Math.max(0, it.start - 30), it.end + 10)
            .replace(/\s+/g, ' ')
            .slice(0, 140),
        ]),
    );
    printTable(
      `Shield, prose: ${set.name}, ${set.texts.length} texts, ${wrong.length} found`,
      ['kind', 'where'],
      wrong.slice(0, 25),
    );
  }
  const cases = readPersonalData();
  if (!cases) return console.log('\nShield: the set of personal data is absent, so it is left out.');
  const rows = [...Map.groupBy(cases, (it) => it.recognizer)].map(([recognizer, them]) => {
    const caught = (some: typeof them) =>
      some.filter((it) => findSecrets(it.text, allWordLists).length > 0).length;
    const [there, none] = [them.filter((it) => it.expected > 0), them.filter((it) => it.expected === 0)];
    return [recognizer, there.length, caught(there), none.length, caught(none)];
  });
  printTable('Shield, personal data of Presidio', ['kind', 'there', 'found', 'not there', 'found'], rows);
}

function timeIt(): void {
  const plain = 'Hello, I have sent my deposit this morning and it still does not show. ';
  const busy = `${plain}TXID 4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b, order 129384756102, UID 4821337. `;
  const rows = [
    ['short', plain],
    ['with ids', busy],
    ['2,000 characters', plain.repeat(28)],
    ['2,000 characters with ids', busy.repeat(11)],
  ].map(([name = '', text = '']) => {
    const times = Array.from({ length: 400 }, () => {
      const begun = performance.now();
      findSecrets(text, allWordLists);
      return (performance.now() - begun) * 1000;
    }).toSorted((a, b) => a - b);
    return [name, text.length, Math.round(times[200] ?? 0), Math.round(times[395] ?? 0)];
  });
  printTable('Shield, time', ['', 'characters', 'p50 µs', 'p99 µs'], rows);
}
