import type { Uploads } from '../upload/uploads.ts';
import { usePart } from './use-part.ts';

/** The files that go with the next message: by name alone until the part that shows them has come. */
export function FileTray({ uploads }: { uploads: Uploads }) {
  const { files } = uploads;
  const part = usePart(files.length > 0, () => import('./file-parts.ts'));
  return files.length === 0 ? null : (
    <ul class="tray">
      {files.map((it) => (
        <li key={it.key} class={it.refusal ? 'tray-file tray-refused' : 'tray-file'}>
          {part ? <part.TrayFile chosen={it} uploads={uploads} /> : it.file.name}
        </li>
      ))}
    </ul>
  );
}
