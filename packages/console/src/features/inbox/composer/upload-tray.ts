import type { Attachment } from '@fairlead/contract';
import { CallError } from '@fairlead/contract';
import { uploadFile } from '../../../upload/upload-file.ts';
import type { MessageKind } from './draft-store.ts';
import { uploadRequests } from './upload-requests.ts';

/** A file on its way up. `paused` can be resumed; `refused` cannot. */
export interface TrayItem {
  readonly id: string;
  readonly conversationId: string;
  readonly kind: MessageKind;
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  readonly state: 'uploading' | 'paused' | 'refused';
  readonly error: unknown;
}

interface Entry extends TrayItem {
  readonly file: File;
  readonly cancel: AbortController;
  readonly uploadId: string | undefined;
}

/** Files that agents are adding, across conversations: leaving one does not stop its uploads. */
export class UploadTray {
  readonly #onDone: (item: TrayItem, attachment: Attachment) => void;
  #entries: readonly Entry[] = [];
  readonly #listeners = new Set<() => void>();

  /** `onDone` takes what a file became; its item is gone by then. */
  constructor(onDone: (item: TrayItem, attachment: Attachment) => void) {
    this.#onDone = onDone;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  items = (): readonly TrayItem[] => this.#entries;

  add(conversationId: string, kind: MessageKind, file: File): void {
    const entry: Entry = {
      id: crypto.randomUUID(),
      conversationId,
      kind,
      name: file.name,
      size: file.size,
      sent: 0,
      state: 'uploading',
      error: null,
      file,
      cancel: new AbortController(),
      uploadId: undefined,
    };
    this.#publish([...this.#entries, entry]);
    void this.#run(entry);
  }

  cancel(id: string): void {
    this.#entries.find((entry) => entry.id === id)?.cancel.abort();
    this.#publish(this.#entries.filter((entry) => entry.id !== id));
  }

  /** Resumes one, or everything that waits for the network. */
  resume(id?: string): void {
    for (const entry of this.#entries) {
      if (entry.state !== 'paused' || (id !== undefined && entry.id !== id)) continue;
      this.#set(entry.id, { state: 'uploading', error: null });
      void this.#run(entry);
    }
  }

  async #run(entry: Entry): Promise<void> {
    const { id, file, cancel, uploadId } = entry;
    try {
      const attachment = await uploadFile(file, {
        requests: uploadRequests,
        signal: cancel.signal,
        resumeId: uploadId,
        onBegun: (begun) => this.#set(id, { uploadId: begun }),
        onProgress: (sent) => this.#set(id, { sent }),
      });
      this.#publish(this.#entries.filter((other) => other.id !== id));
      this.#onDone(entry, attachment);
    } catch (error) {
      if (cancel.signal.aborted) return;
      const heals = error instanceof CallError && (error.status === 0 || error.status >= 500);
      this.#set(id, { state: heals ? 'paused' : 'refused', error });
    }
  }

  #set(id: string, change: Partial<Entry>): void {
    this.#publish(this.#entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)));
  }

  #publish(entries: readonly Entry[]): void {
    this.#entries = entries;
    for (const listener of this.#listeners) listener();
  }
}
