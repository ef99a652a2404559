import type { Attachment, Upload } from '@fairlead/contract';
import { backoff } from '../live/backoff.ts';
import type { Api } from '../session/api.ts';
import { Refusal, refusalOf } from '../session/refusal.ts';

/** Bytes in one request, as the contract allows. */
const chunkBytes = 1024 * 1024;
const attempts = 6;

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * Sends a file in chunks and gives what the server made of it. A chunk that fails on the way is sent again from where the server says it
 * stopped. `begun` continues an earlier try; `onBegun` gives what to continue with.
 */
export async function uploadFile(
  api: Pick<Api, 'beginUpload' | 'readUpload' | 'sendChunk'>,
  file: File,
  options: {
    signal: AbortSignal;
    begun?: string | undefined;
    onBegun: (id: string) => void;
    /** From 0 to 1. */
    onProgress: (part: number) => void;
    wait?: (milliseconds: number) => Promise<void>;
  },
): Promise<Attachment> {
  const { signal, begun, onBegun, onProgress, wait = sleep } = options;
  let upload: Upload = begun
    ? await api.readUpload(begun)
    : await api.beginUpload(file.name.slice(-200), file.size);
  onBegun(upload.id);
  let failures = 0;
  while (!upload.attachment) {
    if (signal.aborted) throw new Refusal('server.unavailable');
    const { id, offset } = upload;
    const told = (bytes: number) => onProgress(Math.min(1, (offset + bytes) / file.size));
    told(0);
    try {
      upload = await api.sendChunk(id, offset, file.slice(offset, offset + chunkBytes), told, signal);
      failures = 0;
    } catch (error) {
      const refusal = refusalOf(error);
      const again = refusal.passing || refusal.code === 'file.offset_conflict';
      if (signal.aborted || !again || ++failures === attempts) throw refusal;
      const seconds = refusal.params['seconds'];
      await wait(typeof seconds === 'number' ? seconds * 1000 : backoff(failures));
      upload = await api.readUpload(id).catch((reading) => {
        if (refusalOf(reading).passing) return upload;
        throw reading;
      });
    }
  }
  onProgress(1);
  return upload.attachment;
}
