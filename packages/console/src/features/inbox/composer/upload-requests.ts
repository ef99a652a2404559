import { type Attachment, endpoints, type Upload } from '@fairlead/contract';
import { call } from '../../../api.ts';
import { sendChunk } from '../../../upload/send-chunk.ts';
import type { UploadRequests, UploadStep } from '../../../upload/upload-file.ts';

const { files } = endpoints;
const step = ({ id, offset, attachment }: Upload): UploadStep<Attachment> => ({
  id,
  offset,
  kept: attachment,
});

/** Files that go with messages. */
export const uploadRequests: UploadRequests<Attachment> = {
  begin: async (name, size) => step(await call(files.beginUpload, { body: { name, size } })),
  read: async (id) => step(await call(files.readUpload, { params: { id } })),
  sendChunk: async (id, offset, bytes, options) =>
    step(await sendChunk(files.sendChunk, { id, offset, bytes }, options)),
};
