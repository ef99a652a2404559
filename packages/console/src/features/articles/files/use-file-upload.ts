import type { HelpFile } from '@fairlead/contract';
import { useEffect, useState } from 'react';
import { uploadFile } from '../../../upload/upload-file.ts';
import { helpFileRequests } from './upload-requests.ts';

/** How far a file is on its way. */
export interface FileUpload {
  /** Bytes that are there. */
  readonly sent: number;
  /** What it became; null until all of it is there. */
  readonly kept: HelpFile | null;
  readonly error: unknown;
  readonly again: () => void;
}

/** Sends a file as soon as there is one; another file, or leaving, ends the sending of the former. */
export function useFileUpload(file: File | null): FileUpload {
  const [state, setState] = useState<Omit<FileUpload, 'again'>>(nothing);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    setState(nothing);
    if (!file) return undefined;
    const cancel = new AbortController();
    const { signal } = cancel;
    const unlessLeft = (change: Partial<FileUpload>) => {
      if (!signal.aborted) setState((before) => ({ ...before, ...change }));
    };
    uploadFile(file, {
      requests: helpFileRequests,
      signal,
      onBegun: () => {},
      onProgress: (sent) => unlessLeft({ sent }),
    }).then(
      (kept) => unlessLeft({ kept }),
      (error: unknown) => unlessLeft({ error }),
    );
    return () => cancel.abort();
  }, [file, tries]);
  return { ...state, again: () => setTries((it) => it + 1) };
}

const nothing = { sent: 0, kept: null, error: null } as const;
