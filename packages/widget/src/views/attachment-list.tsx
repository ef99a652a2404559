import type { Attachment } from '@fairlead/contract';
import type * as Part from './file-parts.ts';
import { partStyles } from './part-styles.ts';
import { usePart } from './use-part.ts';

/** Kept once it has come: a thread that is opened with its pictures must not jump. */
let known: typeof Part | undefined;
async function fetchPart() {
  const [part] = await Promise.all([import('./file-parts.ts'), partStyles()]);
  known = part;
  return part;
}

/** The files of a message: by name alone until the part that shows them has come. */
export function AttachmentList({ attachments }: { attachments: readonly Attachment[] }) {
  const part = usePart(attachments.length > 0 && !known, fetchPart) ?? known;
  if (part) return <part.Attachments attachments={attachments} />;
  return (
    <>
      {attachments.map(({ id, name, url }) => (
        <a key={id} class="document" href={url ?? ''} target="_blank" rel="noopener" dir="auto">
          {name}
        </a>
      ))}
    </>
  );
}
