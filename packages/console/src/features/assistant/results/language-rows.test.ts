import type { AssistantRun, LanguageResult } from '@fairlead/contract';
import { expect, it } from 'vitest';
import { languageRows } from './language-rows.ts';

const run = (
  id: string,
  state: AssistantRun['state'],
  languages: ReadonlyArray<[LanguageResult['locale'], number, number]>,
): AssistantRun => ({
  id,
  cause: 'manual',
  state,
  total: 4,
  sets: [],
  done: 4,
  stamps: { settings: '', articles: '', classifier: '' },
  languages: languages.map(([locale, right, total]) => ({ locale, right, total, kinds: {} })),
  startedBy: null,
  startedAt: '2026-11-26T03:00:00Z',
  finishedAt: null,
});

it('compares each language with the run before that was done', () => {
  const runs = [
    run('c', 'done', [
      ['en', 4, 4],
      ['ja', 1, 2],
    ]),
    run('x', 'cancelled', [['en', 0, 4]]),
    run('b', 'done', [['en', 2, 4]]),
    run('a', 'done', [['en', 3, 4]]),
  ];
  const [last] = runs;
  if (!last) throw new Error('no run');
  expect(languageRows(last, runs).map(({ locale, change, shares }) => [locale, change, shares])).toEqual([
    ['en', 2, [0.75, 0.5, 1]],
    ['ja', null, [0.5]],
  ]);
  expect(languageRows(run('new', 'running', [['en', 1, 1]]), runs)[0]).toMatchObject({
    change: null,
    shares: [1],
  });
});

it('leaves aside runs of other sets', () => {
  const now = run('c', 'done', [['en', 4, 4]]);
  const other = { ...run('b', 'done', [['en', 1, 4]]), sets: [{ id: 's', name: 'Launch' }] };
  const before = run('a', 'done', [['en', 3, 4]]);
  expect(languageRows(now, [now, other, before])[0]).toMatchObject({ change: 1, shares: [0.75, 1] });
});
