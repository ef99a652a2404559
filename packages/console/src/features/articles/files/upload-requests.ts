import { endpoints, type HelpFile, type HelpFileUpload } from '@fairlead/contract';
import { call } from '../../../api.ts';
import { sendChunk } from '../../../upload/send-chunk.ts';
import type { UploadRequests, UploadStep } from '../../../upload/upload-file.ts';

const { articles } = endpoints;
const step = ({ id, offset, file }: HelpFileUpload): UploadStep<HelpFile> => ({ id, offset, kept: file });

/** Pictures and files of articles. */
export const helpFileRequests: UploadRequests<HelpFile> = {
  begin: async (name, size) => step(await call(articles.beginUpload, { body: { name, size } })),
  read: async (id) => step(await call(articles.readUpload, { params: { id } })),
  sendChunk: async (id, offset, bytes, options) =>
    step(await sendChunk(articles.sendChunk, { id, offset, bytes }, options)),
};
