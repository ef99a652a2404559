/** How well questions were put together, against what they are about. */
export interface ClusterQuality {
  readonly clusters: number;
  /** Of all questions, those that are about what most of their cluster are about. */
  readonly purity: number;
  /** Of two questions in one cluster, how often they are about one matter; of two about one matter, how often they are in one cluster. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** What a question is about, where it was put, and in which language it is. */
export interface PlacedQuestion {
  readonly label: string;
  readonly cluster: string;
  readonly language: string;
}

/** Over all pairs of questions, or only over those of two languages. Pure. */
export function measureClusters(
  questions: readonly PlacedQuestion[],
  pairs: 'all' | 'across languages' = 'all',
): ClusterQuality {
  let [both, together, same] = [0, 0, 0];
  for (const [at, one] of questions.entries())
    for (const other of questions.slice(at + 1)) {
      if (pairs === 'across languages' && one.language === other.language) continue;
      const isSame = one.label === other.label;
      const isTogether = one.cluster === other.cluster;
      if (isSame) same += 1;
      if (isTogether) together += 1;
      if (isSame && isTogether) both += 1;
    }
  const clusters = Map.groupBy(questions, (it) => it.cluster);
  let most = 0;
  for (const members of clusters.values())
    most += Math.max(...[...Map.groupBy(members, (it) => it.label).values()].map((it) => it.length));
  const precision = both / (together || 1);
  const recall = both / (same || 1);
  return {
    clusters: clusters.size,
    purity: most / (questions.length || 1),
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall || 1),
  };
}
