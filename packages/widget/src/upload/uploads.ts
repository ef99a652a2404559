import type { Attachment } from '@fairlead/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Api } from '../session/api.ts';
import { Refusal, refusalOf } from '../session/refusal.ts';
import { mostFiles, refuseFile } from './check-file.ts';
import { uploadFile } from './upload-file.ts';

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

interface Running extends ChosenFile {
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
    it.waiting = false;
    it.stop = new AbortController();
    uploadFile(api, it.file, {
      signal: it.stop.signal,
      begun: it.begun,
      reached,
      onBegun: (id) => {
        it.begun = id;
      },
      onProgress: (part) => {
        it.part = part;
        show();
      },
      onWaiting: (waiting) => {
        it.waiting = waiting;
        show();
      },
    })
      .then(
        (attachment) => {
          it.attachment = attachment;
        },
        (error) => {
          it.refusal = refusalOf(error);
          if (it.refusal.code === 'file.not_found') it.begun = undefined;
        },
      )
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
        const full = list.current.length >= mostFiles;
        const refusal = full
          ? new Refusal('file.too_many', { maximum: mostFiles })
          : refuseFile(file, maximumBytes);
        const picture = file.type.startsWith('image/') && !refusal ? URL.createObjectURL(file) : undefined;
        const it: Running = {
          key: nextKey++,
          file,
          picture,
          part: 0,
          waiting: false,
          attachment: undefined,
          refusal,
          stop: new AbortController(),
          begun: undefined,
        };
        list.current.push(it);
        if (!refusal) run(it);
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
