import { useEffect, useRef, useState } from 'react';

/** A stretch of a dry run, and where it goes on. */
interface Stretch<Hit> {
  readonly items: readonly Hit[];
  readonly scanned: number;
  readonly total: number;
  readonly next: string | null;
}

interface DryRun<Subject, Hit> {
  /** What was tried, as it was then. */
  readonly subject: Subject;
  readonly hits: readonly Hit[];
  readonly scanned: number;
  readonly total: number;
  readonly running: boolean;
  readonly error: unknown;
}

/** A dry run that is fetched stretch by stretch and can be stopped; it ends with what shows it. */
export function useDryRun<Subject, Hit>(
  fetchStretch: (subject: Subject, cursor: string | null, signal: AbortSignal) => Promise<Stretch<Hit>>,
) {
  const [run, setRun] = useState<DryRun<Subject, Hit> | null>(null);
  const running = useRef<AbortController | null>(null);
  const stop = () => {
    running.current?.abort();
    setRun((before) => before && { ...before, running: false });
  };
  useEffect(() => () => running.current?.abort(), []);
  const start = async (subject: Subject) => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    const { signal } = control;
    let state: DryRun<Subject, Hit> = {
      subject,
      hits: [],
      scanned: 0,
      total: 0,
      running: true,
      error: null,
    };
    let cursor: string | null = null;
    setRun(state);
    try {
      do {
        const stretch: Stretch<Hit> = await fetchStretch(subject, cursor, signal);
        if (signal.aborted) return;
        const { items, scanned, total, next } = stretch;
        cursor = next;
        state = { ...state, hits: [...state.hits, ...items], scanned, total, running: next !== null };
        setRun(state);
      } while (cursor !== null);
    } catch (error) {
      if (!signal.aborted) setRun({ ...state, running: false, error });
    }
  };
  return { run, start, stop };
}
