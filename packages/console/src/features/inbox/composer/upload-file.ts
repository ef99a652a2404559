import { type Attachment, CallError, type Upload, uploadChunkBytes } from '@fairlead/contract';
import { backoff } from '../../../live/backoff.ts';

/** The requests of an upload. */
export interface UploadRequests {
  begin(name: string, size: number): Promise<Upload>;
  read(id: string): Promise<Upload>;
  sendChunk(
    id: string,
    offset: number,
    bytes: Blob,
    options: { signal: AbortSignal; onSent: (bytes: number) => void },
  ): Promise<Upload>;
}

interface UploadOptions {
  requests: UploadRequests;
  signal: AbortSignal;
  /** Bytes that are there, out of the file's size. */
  onProgress: (bytes: number) => void;
  /** Called once the server knows the upload, so that it can be resumed. */
  onBegun: (id: string) => void;
  /** An upload that was interrupted before. */
  resumeId?: string | undefined;
  pause?: (milliseconds: number) => Promise<void>;
}

/** Times a chunk is tried before the upload stops and waits to be resumed. */
const patience = 4;

/**
 * Sends a file in chunks and answers what it became. A chunk that gets no answer is tried again from where the server says it is;
 * throws the last error when that does not help.
 */
export async function uploadFile(file: File, options: UploadOptions): Promise<Attachment> {
  const { requests, signal, onProgress, onBegun, resumeId } = options;
  const pause =
    options.pause ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)));
  let upload = resumeId ? await requests.read(resumeId) : await requests.begin(file.name, file.size);
  onBegun(upload.id);
  let failures = 0;
  while (!upload.attachment) {
    signal.throwIfAborted();
    const { id, offset } = upload;
    onProgress(offset);
    try {
      upload = await requests.sendChunk(id, offset, file.slice(offset, offset + uploadChunkBytes), {
        signal,
        onSent: (bytes) => onProgress(offset + bytes),
      });
      failures = 0;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof CallError)) throw error;
      const outOfStep = error.code === 'file.offset_conflict';
      if (!outOfStep && error.status !== 0 && error.status < 500) throw error;
      failures += 1;
      if (failures >= patience) throw error;
      if (!outOfStep) await pause(backoff(failures));
      upload = await requests.read(id);
    }
  }
  onProgress(file.size);
  return upload.attachment;
}
