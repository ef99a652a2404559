import { CallError, uploadChunkBytes } from '@fairlead/contract';
import { backoff } from '../live/backoff.ts';

/** How far an upload came, and what the file became once all of it is there. */
export interface UploadStep<Kept> {
  readonly id: string;
  readonly offset: number;
  readonly kept: Kept | null;
}

/** The requests of an upload. */
export interface UploadRequests<Kept> {
  begin(name: string, size: number): Promise<UploadStep<Kept>>;
  read(id: string): Promise<UploadStep<Kept>>;
  sendChunk(
    id: string,
    offset: number,
    bytes: Blob,
    options: { signal: AbortSignal; onSent: (bytes: number) => void },
  ): Promise<UploadStep<Kept>>;
}

interface UploadOptions<Kept> {
  requests: UploadRequests<Kept>;
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
export async function uploadFile<Kept>(file: File, options: UploadOptions<Kept>): Promise<Kept> {
  const { requests, signal, onProgress, onBegun, resumeId } = options;
  const pause =
    options.pause ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)));
  let upload = resumeId ? await requests.read(resumeId) : await requests.begin(file.name, file.size);
  onBegun(upload.id);
  let failures = 0;
  while (!upload.kept) {
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
  return upload.kept;
}
