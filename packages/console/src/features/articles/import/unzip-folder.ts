import { unzipSync } from 'fflate';
import type { FolderEntry } from './read-folder.ts';

/** Bytes that an archive may hold unpacked: more would stop the page. */
const mostUnpacked = 300_000_000;

/** What could not be read. */
export class ArchiveProblem extends Error {
  readonly problem: 'not_zip' | 'too_large';
  constructor(problem: 'not_zip' | 'too_large') {
    super(problem);
    this.problem = problem;
  }
}

/** The files of a ZIP archive. Throws `ArchiveProblem`. */
export async function unzipFolder(archive: File): Promise<FolderEntry[]> {
  const bytes = new Uint8Array(await archive.arrayBuffer());
  let unpacked = 0;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    unpacked += originalSize;
    return !name.endsWith('/') && unpacked <= mostUnpacked;
  };
  const entries = unpack(bytes, filter);
  if (unpacked > mostUnpacked) throw new ArchiveProblem('too_large');
  return Object.entries(entries).map(([path, it]) => ({
    path,
    file: new File([it], path.split('/').at(-1) ?? path),
  }));
}

function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  filter: (file: { name: string; originalSize: number }) => boolean,
) {
  try {
    return unzipSync(bytes, { filter });
  } catch {
    throw new ArchiveProblem('not_zip');
  }
}
