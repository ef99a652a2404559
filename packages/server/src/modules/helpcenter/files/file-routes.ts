import { endpoints } from '@fairlead/contract';
import { fail } from '../../../platform/fail.ts';
import type { HelpCenter } from '../help-center.ts';
import { beginFile, readFileUpload, receiveFile } from './receive-file.ts';
import { serveFiles } from './serve-file.ts';

/** Pictures and files of articles, in (chunks, by editors) and out. */
export function helpFileRoutes(center: HelpCenter): void {
  const { platform } = center;
  const { http } = platform;
  const { articles } = endpoints;
  http.route(articles.beginUpload, ({ caller, body }) => beginFile(platform, caller, body));
  http.route(articles.readUpload, ({ caller, params }) => readFileUpload(platform, caller, params.id));
  http.route(articles.sendChunk, ({ caller, params, request }) => {
    if (!Buffer.isBuffer(request.body)) throw fail('request.invalid', { field: 'body' });
    return receiveFile(platform, caller, { ...params, bytes: request.body });
  });
  serveFiles(center);
}
