import { endpoints, type ZendeskOutcome } from '@fairlead/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call } from '../../../api.ts';
import type { Batch } from './read-export.ts';

/** How far an import, or the trial of one, has come. */
export interface ImportRun {
  readonly trial: boolean;
  readonly done: number;
  readonly total: number;
  readonly outcomes: readonly ZendeskOutcome[];
  readonly categories: readonly string[];
  readonly error: unknown;
}

/** Goes through an export part by part. Where one fails it ends there: what was taken in stays, and doing it again goes on from there. */
export function useImport(): {
  run: ImportRun | null;
  begin: (batches: readonly Batch[], options: { publish: boolean; trial: boolean }) => Promise<void>;
  reset: () => void;
} {
  const client = useQueryClient();
  const [run, setRun] = useState<ImportRun | null>(null);
  const turn = useRef(0);

  async function begin(batches: readonly Batch[], { publish, trial }: { publish: boolean; trial: boolean }) {
    const mine = ++turn.current;
    let now: ImportRun = { trial, done: 0, total: batches.length, outcomes: [], categories: [], error: null };
    setRun(now);
    for (const batch of batches) {
      if (mine !== turn.current) return;
      try {
        const { articles, categories } = await call(endpoints.articles.importZendesk, {
          body: { ...batch, publish, trial },
        });
        now = {
          ...now,
          done: now.done + 1,
          outcomes: [...now.outcomes, ...articles],
          // A trial makes the same one in every part.
          categories: [...new Set([...now.categories, ...categories])],
        };
      } catch (error) {
        now = { ...now, error };
      }
      if (mine !== turn.current) return;
      setRun(now);
      if (now.error) break;
    }
    if (!trial) await client.invalidateQueries({ queryKey: ['articles'] });
  }
  return {
    run,
    begin,
    reset: () => {
      turn.current++;
      setRun(null);
    },
  };
}
