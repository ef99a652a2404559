import { expect, test } from 'vitest';
import { measureClusters } from './measure-clusters.ts';

test('quality is counted over pairs, and over those of two languages', () => {
  const of = (label: string, cluster: string, language: string) => ({ label, cluster, language });
  const questions = [of('a', '1', 'en'), of('a', '1', 'ja'), of('a', '2', 'en'), of('b', '2', 'ja')];
  expect(measureClusters(questions)).toEqual({
    clusters: 2,
    purity: 0.75,
    precision: 0.5,
    recall: 1 / 3,
    f1: 0.4,
  });
  expect(measureClusters(questions, 'across languages')).toMatchObject({ precision: 0.5, recall: 0.5 });
});
