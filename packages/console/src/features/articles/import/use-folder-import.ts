import { endpoints, type ResponseOf } from '@fairlead/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call } from '../../../api.ts';
import { useErrorText } from '../../../i18n/use-error-text.ts';
import { uploadFile } from '../../../upload/upload-file.ts';
import { helpFileRequests } from '../files/upload-requests.ts';
import { batchesOfFolder, type FolderArticle, type FolderEntry } from './read-folder.ts';

type Answer = ResponseOf<typeof endpoints.articles.import>;

/** What is left out and why: by the server's word, or since a file could not be uploaded. */
export interface FolderProblem {
  readonly path: string;
  readonly problem: Answer['problems'][number]['problem'] | 'too_large' | 'upload';
  /** Why it could not be uploaded. */
  readonly words?: string;
}

/** How far the import of a folder, or the trial of one, has come. */
export interface FolderRun {
  readonly trial: boolean;
  /** Articles. */
  readonly done: number;
  readonly total: number;
  readonly articles: Answer['articles'];
  readonly problems: readonly FolderProblem[];
  readonly error: unknown;
}

/**
 * Goes through a folder part by part, files first. Where a request fails it ends there: what was taken in stays, and doing it again goes on
 * from there. `reset` ends one that is under way.
 */
export function useFolderImport(): {
  run: FolderRun | null;
  begin: (articles: readonly FolderArticle[], options: { publish: boolean; trial: boolean }) => Promise<void>;
  reset: () => void;
} {
  const client = useQueryClient();
  const errorText = useErrorText();
  const [run, setRun] = useState<FolderRun | null>(null);
  const turn = useRef(new AbortController());

  async function begin(
    found: readonly FolderArticle[],
    { publish, trial }: { publish: boolean; trial: boolean },
  ) {
    turn.current.abort();
    turn.current = new AbortController();
    const { signal } = turn.current;
    let now: FolderRun = { trial, done: 0, total: found.length, articles: [], problems: [], error: null };
    setRun(now);
    for (const batch of batchesOfFolder(found)) {
      try {
        const { files, problems } = await prepare(batch, { trial, signal, errorText });
        const answer =
          files.length > 0
            ? await call(endpoints.articles.import, { body: { files, publish, trial }, signal })
            : null;
        now = {
          ...now,
          done: now.done + batch.length,
          articles: [...now.articles, ...(answer?.articles ?? [])],
          problems: [...now.problems, ...problems, ...(answer?.problems ?? [])],
        };
      } catch (error) {
        now = { ...now, error };
      }
      if (signal.aborted) return;
      setRun(now);
      if (now.error) break;
    }
    if (!trial) await client.invalidateQueries({ queryKey: ['articles'] });
  }
  return {
    run,
    begin,
    reset: () => {
      turn.current.abort();
      setRun(null);
    },
  };
}

interface Circumstances {
  trial: boolean;
  signal: AbortSignal;
  errorText: (error: unknown) => string;
}

type Sent =
  | { path: string; text: string }
  | { path: string; fileId: string }
  | { path: string; digest: string };

/** What is sent of articles. Those of which a file cannot be had are left out. */
async function prepare(
  batch: readonly FolderArticle[],
  { trial, signal, errorText }: Circumstances,
): Promise<{ files: Sent[]; problems: FolderProblem[] }> {
  const files: Sent[] = [];
  const problems: FolderProblem[] = [];
  for (const article of batch) {
    const beside: Sent[] = [];
    const refused: FolderProblem[] = [];
    for (const { path, file } of article.files) {
      try {
        beside.push(trial ? { path, digest: await digestOf(file) } : await send({ path, file }, signal));
      } catch (error) {
        signal.throwIfAborted();
        refused.push({ path, problem: 'upload', words: errorText(error) });
      }
    }
    problems.push(...refused);
    if (refused.length === 0) files.push(...article.texts, ...beside);
  }
  return { files, problems };
}

async function send({ path, file }: FolderEntry, signal: AbortSignal): Promise<Sent> {
  const kept = await uploadFile(file, {
    requests: helpFileRequests,
    signal,
    onBegun: () => {},
    onProgress: () => {},
  });
  return { path, fileId: kept.id };
}

/** SHA-256 of a file. Browsers compute it on secure pages only: on others the trial takes the file for a new one. */
async function digestOf(file: File): Promise<string> {
  if (!window.isSecureContext) return '0'.repeat(64);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return [...digest].map((it) => it.toString(16).padStart(2, '0')).join('');
}
