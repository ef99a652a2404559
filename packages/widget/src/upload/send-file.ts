import type { Api } from '../session/api.ts';
import { Refusal, refusalOf } from '../session/refusal.ts';
import { mostFiles, refuseFile } from './check-file.ts';
import { uploadFile } from './upload-file.ts';
import type { Running } from './uploads.ts';

/**
 * Sends a chosen file, and writes into it how far it is and what the server made of it. Throws the refusal of one that will not be taken:
 * for what it is, or for how many were chosen `before` it.
 */
export async function sendFile(
  api: Api,
  it: Running,
  on: { maximumBytes: number; before: number; reached: () => boolean; show: () => void },
): Promise<void> {
  const { file, stop } = it;
  if (on.before >= mostFiles) throw new Refusal('file.too_many', { maximum: mostFiles });
  const refused = refuseFile(file, on.maximumBytes);
  if (refused) throw refused;
  if (stop.signal.aborted) return;
  if (file.type.startsWith('image/')) it.picture ??= URL.createObjectURL(file);
  on.show();
  try {
    it.attachment = await uploadFile(api, file, {
      signal: stop.signal,
      begun: it.begun,
      reached: on.reached,
      onBegun: (id) => {
        it.begun = id;
      },
      onProgress: (part) => {
        it.part = part;
        on.show();
      },
      onWaiting: (waiting) => {
        it.waiting = waiting;
        on.show();
      },
    });
  } catch (error) {
    if (refusalOf(error).code === 'file.not_found') it.begun = undefined;
    throw error;
  }
}
