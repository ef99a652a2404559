import { helpFileId } from '@fairlead/markdown';
import { fail } from '../../../platform/fail.ts';
import { downloadHeaders } from '../../../platform/files/download-headers.ts';
import { verifyFileAddress } from '../../../platform/files/file-address.ts';
import { FileMissing } from '../../../platform/files/file-store.ts';
import type { HelpCenter } from '../help-center.ts';
import { helpFileKeyPurpose } from './address-for-reader.ts';
import { addressName, helpFileKey } from './help-file.ts';
import { readHelpFiles } from './help-file-store.ts';

/** How long a browser or a CDN keeps what is public, in seconds: the bytes never change, but an article may be taken back. */
const kept = 86_400;

/**
 * Serves pictures and files of articles to those who may read an article that uses them. What a public article uses is public; the rest is
 * for agents, and for whoever holds an address that was signed for a reader, which ends within two days.
 */
export function serveFiles({ platform, library, sharers }: HelpCenter): void {
  const { http, database, files, keys, clock } = platform;
  const key = keys.derive(helpFileKeyPurpose);
  const sharedBesides = async (id: string): Promise<boolean> => {
    for (const shares of sharers) if (await shares(id)) return true;
    return false;
  };

  http.app.get<{ Params: { id: string; name: string } }>('/help/files/:id/:name', async (request, reply) => {
    const id = helpFileId(request.url.replace(/\?.*$/s, ''));
    await library.ready();
    const file = id && (await readHelpFiles(database.reader(), [id])).get(id);
    if (!file || addressName(file) !== request.params.name) throw fail('file.not_found');
    const shared = library.isPublicFile(file.id) || (await sharedBesides(file.id));
    const signed = !shared && verifyFileAddress(key, request.url, clock.now());
    const mayRead = shared || signed || (await http.identify(request)).type === 'agent';
    if (!mayRead) throw fail('file.not_found');
    const etag = `"${file.id}"`;
    reply.headers({
      ...downloadHeaders(file),
      'cache-control': `${shared ? 'public' : 'private'}, max-age=${kept}, immutable`,
      // An address that opens the file to whoever holds it is shown in frames of no origin, such as an editor's preview.
      ...((shared || signed) && { 'cross-origin-resource-policy': 'cross-origin' }),
      ...(file.type.startsWith('text/') && { 'content-type': `${file.type}; charset=utf-8` }),
      etag,
    });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    try {
      const { stream, size } = await files.read(helpFileKey(file.id));
      return reply.header('content-length', size).send(stream);
    } catch (error) {
      if (error instanceof FileMissing) throw fail('file.not_found');
      throw error;
    }
  });
}
