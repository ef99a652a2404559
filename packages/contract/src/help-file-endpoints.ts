import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { helpFileUpload } from './help-files.ts';
import { byId, id } from './shapes.ts';

const write = { permission: 'knowledge.write' } as const;

/** Pictures and files of articles on their way in; they are fetched at their own addresses, `/help/files/<id>/<name>`. */
export const helpFileEndpoints = {
  beginUpload: endpoint({
    method: 'POST',
    path: '/api/articles/uploads',
    access: write,
    summary:
      'Announce a picture or file of articles (PNG, JPEG, WebP, GIF; PDF, ZIP, XLSX, CSV, plain text; at most 20 MB); then send its bytes in chunks. What no article uses is removed after a month.',
    body: z.object({ name: z.string().trim().min(1).max(200), size: z.number().int().min(1) }),
    response: helpFileUpload,
    errors: ['file.too_large'],
  }),
  readUpload: endpoint({
    method: 'GET',
    path: '/api/articles/uploads/:id',
    access: write,
    summary: 'How far such an upload came, to resume it.',
    params: byId,
    response: helpFileUpload,
    errors: ['file.not_found'],
  }),
  /** The body is raw bytes (`application/octet-stream`), at most `uploadChunkBytes`. */
  sendChunk: endpoint({
    method: 'PUT',
    path: '/api/articles/uploads/:id/chunks/:offset',
    access: write,
    summary: 'Send the bytes of such a file that begin at an offset. The last chunk completes it.',
    params: z.object({ id, offset: z.coerce.number().int().min(0) }),
    response: helpFileUpload,
    errors: ['file.not_found', 'file.too_large', 'file.type_refused', 'file.damaged', 'file.offset_conflict'],
  }),
};
