import { createHash } from 'node:crypto';
import {
  documentTypes,
  type HelpFile,
  type HelpFileUpload,
  maximumHelpFileBytes,
  pictureTypes,
} from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import { fail } from '../../../platform/fail.ts';
import { acceptImage } from '../../../platform/files/accept-image.ts';
import {
  type Received,
  type Receiving,
  readReceived,
  receiveBytes,
} from '../../../platform/files/receive-upload.ts';
import { sniffDocument, sniffType } from '../../../platform/files/sniff-type.ts';
import { insertUpload } from '../../../platform/files/upload-store.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type HelpFileRecord, helpFileKey, presentHelpFile } from './help-file.ts';
import { findSameFile, putHelpFile, readHelpFiles } from './help-file-store.ts';

/** Announces a picture or file of articles. Throws `file.too_large`. */
export async function beginFile(
  { database, config }: Platform,
  owner: AgentActor,
  file: { name: string; size: number },
): Promise<HelpFileUpload> {
  const limit = Math.min(maximumHelpFileBytes, config.MAXIMUM_UPLOAD_BYTES);
  if (file.size > limit) throw fail('file.too_large', { limitMegabytes: Math.floor(limit / 1024 / 1024) });
  const id = newId();
  await database.write((tx) => insertUpload(tx, owner, { id, ...file, purpose: 'article' }));
  return { id, offset: 0, size: file.size, file: null };
}

/** How far it came. Throws `file.not_found`. */
export const readFileUpload = async (
  platform: Platform,
  owner: AgentActor,
  id: string,
): Promise<HelpFileUpload> => present(await readReceived(platform, articleFiles(platform), owner, id));

/** Takes the bytes that begin at an offset; the last ones make a file of it. */
export const receiveFile = async (
  platform: Platform,
  owner: AgentActor,
  chunk: { id: string; offset: number; bytes: Buffer },
): Promise<HelpFileUpload> => present(await receiveBytes(platform, articleFiles(platform), owner, chunk));

const present = ({ kept, ...received }: Received<HelpFile>): HelpFileUpload => ({ ...received, file: kept });

/** The same bytes are kept once, so that a folder that was exported comes back to the files that are there. */
const articleFiles = ({ database, files }: Platform): Receiving<HelpFile> => ({
  purpose: 'article',
  async find(id) {
    const file = (await readHelpFiles(database.reader(), [id])).get(id);
    // It was one that is here already. Who lost the answer sends it again, and gets that one.
    if (!file) throw fail('file.not_found');
    return presentHelpFile(file);
  },
  async keep({ id, name }, bytes) {
    const sentDigest = digestOf(bytes);
    const same = await findSameFile(database.reader(), sentDigest);
    if (same) return async (tx) => presentHelpFile(await putHelpFile(tx, same));
    const { body, ...looks } = await prepare(bytes, name);
    const keptDigest = digestOf(body);
    await files.put(helpFileKey(id), body, { type: looks.type });
    const file: HelpFileRecord = { id, name, size: body.length, sentDigest, keptDigest, ...looks };
    return async (tx) => presentHelpFile(await putHelpFile(tx, file));
  },
});

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function prepare(bytes: Buffer, name: string) {
  const sniffed = await sniffType(bytes);
  const picture = pictureTypes.find((it) => it === sniffed);
  if (picture) {
    const image = await acceptImage(bytes, picture);
    if (!image) throw fail('file.damaged');
    return { type: picture, body: image.body, width: image.width, height: image.height };
  }
  const found = sniffed ?? (await sniffDocument(bytes, name));
  const type = documentTypes.find((it) => it === found);
  if (!type) throw fail('file.type_refused');
  return { type, body: bytes, width: null, height: null };
}
