import { expect, test } from 'vitest';
import { passagesOf } from './passage.ts';

const of = (body: string) =>
  passagesOf('a', {
    locale: 'en',
    revisionId: 'r',
    title: 'T',
    summary: '',
    body,
    publishedAt: new Date(0),
  }).map(({ at, heading, plain, hasSteps }) => ({ at, heading, plain, hasSteps }));

test('an article falls into what stands before its first heading, and its sections', () => {
  expect(of('Lead.\n\n## Do it\n\n1. Open **it**\n\n### Then\n\nWait.\n\n## Nothing\n')).toEqual([
    { at: 0, heading: null, plain: 'Lead.', hasSteps: false },
    { at: 1, heading: 'Do it', plain: 'Open it', hasSteps: true },
    { at: 2, heading: 'Then', plain: 'Wait.', hasSteps: false },
  ]);
});

test('a hash within code is no heading', () => {
  expect(of('```\n# comment\n```').map((it) => it.heading)).toEqual([null]);
});
