import type { Attachment, Upload } from '@fairlead/contract';
import { backoff } from '../live/backoff.ts';
import { pause } from '../live/pause.ts';
import type { Api } from '../session/api.ts';
import { Refusal, refusalOf } from '../session/refusal.ts';

/** Bytes in one request, as the contract allows. */
const chunkBytes = 1024 * 1024;
const attempts = 6;

/**
 * Sends a file in chunks and gives what the server made of it. What fails on the way is done again from where the server says it stopped:
 * a few times while the server is reached, and for as long as it takes while it is not. `begun` continues an earlier try; `onBegun` gives
 * what to continue with.
 */
export async function uploadFile(
  api: Pick<Api, 'beginUpload' | 'readUpload' | 'sendChunk'>,
  file: File,
  options: {
    signal: AbortSignal;
    begun?: string | undefined;
    /** Something else says that the server answers, so what fails is this upload's own trouble. */
    reached: () => boolean;
    onBegun: (id: string) => void;
    /** From 0 to 1. */
    onProgress: (part: number) => void;
    /** It waits for the server, or goes on. */
    onWaiting: (waiting: boolean) => void;
    wait?: (milliseconds: number) => Promise<void>;
  },
): Promise<Attachment> {
  const { signal, reached, onBegun, onProgress, onWaiting, wait = pause } = options;
  let { begun } = options;
  let upload: Upload | undefined;
  let failures = 0;
  let counted = 0;
  while (!upload?.attachment) {
    if (signal.aborted) throw new Refusal('server.unavailable');
    try {
      if (upload) {
        const { id, offset } = upload;
        const told = (bytes: number) => onProgress(Math.min(1, (offset + bytes) / file.size));
        told(0);
        upload = await api.sendChunk(id, offset, file.slice(offset, offset + chunkBytes), told, signal);
        failures = counted = 0;
      } else if (begun) upload = await api.readUpload(begun);
      else {
        upload = await api.beginUpload(file.name.slice(-200), file.size);
        begun = upload.id;
        onBegun(begun);
      }
      onWaiting(false);
    } catch (error) {
      const refusal = refusalOf(error);
      // Whoever has just been recognised goes on with what they began as a visitor.
      const again = refusal.passing || refusal.unknown || refusal.code === 'file.offset_conflict';
      if (reached()) counted++;
      if (signal.aborted || !again || counted === attempts) throw refusal;
      upload = undefined;
      onWaiting(true);
      const seconds = refusal.params['seconds'];
      await wait(typeof seconds === 'number' ? seconds * 1000 : backoff(++failures));
    }
  }
  onProgress(1);
  return upload.attachment;
}
