import type { Attachment } from '@fairlead/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import { keepTrying } from '../live/keep-trying.ts';
import type { Api } from '../session/api.ts';
import { type Refusal, refusalOf } from '../session/refusal.ts';

/** A file that the customer chose to send. */
export interface ChosenFile {
  key: number;
  file: File;
  /** A picture of it, for images. */
  picture: string | undefined;
  /** From 0 to 1. */
  part: number;
  /** The server is out of reach; it goes on by itself. */
  waiting: boolean;
  attachment: Attachment | undefined;
  refusal: Refusal | undefined;
}

/** The files beside the message that is being written. */
export interface Uploads {
  files: readonly ChosenFile[];
  /** All are with the server. */
  ready: boolean;
  add: (files: Iterable<File>) => void;
  retry: (key: number) => void;
  remove: (key: number) => void;
  /** They were sent: the next message begins without. */
  clear: () => void;
}

/** A chosen file on its way, as the code that sends it changes it. */
export interface Running extends ChosenFile {
  stop: AbortController;
  begun: string | undefined;
}

let nextKey = 1;

export function useUploads(api: Api, maximumBytes: number, reached: () => boolean): Uploads {
  const list = useRef<Running[]>([]);
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const show = () => setFiles(list.current.map((it) => ({ ...it })));

  function run(it: Running) {
    it.refusal = undefined;
    it.waiting = !reached();
    it.stop = new AbortController();
    const { signal } = it.stop;
    const before = list.current.indexOf(it);
    // Away from the server the code that sends is waited for as well as the server.
    keepTrying(
      () => import('./send-file.ts'),
      () => !signal.aborted && !reached(),
    )
      .then(({ sendFile }) => sendFile(api, it, { maximumBytes, before, reached, show }))
      .catch((error) => {
        it.refusal = refusalOf(error);
      })
      .finally(show);
  }

  function release(it: Running) {
    it.stop.abort();
    if (it.picture) URL.revokeObjectURL(it.picture);
  }

  function clear() {
    for (const it of list.current) release(it);
    list.current = [];
    show();
  }

  useEffect(() => clear, []);
  return {
    files,
    ready: files.every(({ attachment }) => attachment !== undefined),
    add(chosen) {
      for (const file of chosen) {
        const it: Running = {
          key: nextKey++,
          file,
          picture: undefined,
          part: 0,
          waiting: false,
          attachment: undefined,
          refusal: undefined,
          stop: new AbortController(),
          begun: undefined,
        };
        list.current.push(it);
        run(it);
      }
      show();
    },
    retry(key) {
      const it = list.current.find((one) => one.key === key);
      if (it) run(it);
      show();
    },
    remove(key) {
      for (const it of list.current) if (it.key === key) release(it);
      list.current = list.current.filter((one) => one.key !== key);
      show();
    },
    clear,
  };
}
