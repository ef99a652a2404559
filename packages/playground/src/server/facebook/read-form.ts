import type { FastifyRequest } from 'fastify';

/** The fields of a multipart request; none of what is no such request. */
export async function formIn(request: FastifyRequest): Promise<ReadonlyMap<string, FilePart>> {
  const type = request.headers['content-type'] ?? '';
  const files = new Map<string, FilePart>();
  if (!Buffer.isBuffer(request.body)) return files;
  const form = await new Response(Uint8Array.from(request.body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => new FormData());
  for (const [name, value] of form) {
    if (typeof value === 'string') continue;
    files.set(name, { bytes: new Uint8Array(await value.arrayBuffer()), type: value.type, name: value.name });
  }
  return files;
}

interface FilePart {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly name: string;
}

/** The file of a field; undefined when it has none, or nothing in it. */
export function fileIn(form: ReadonlyMap<string, FilePart>, field: string): FilePart | undefined {
  const file = form.get(field);
  return file && file.bytes.length > 0 ? file : undefined;
}
