import { fileSize } from '@fairlead/widget/text/file-size';
import { acceptedTypes } from '@fairlead/widget/upload/accepted-types';
import { mostFiles } from '@fairlead/widget/upload/check-file';
import type { Uploads } from '@fairlead/widget/upload/uploads';
import { Icon } from '@fairlead/widget/views/icon.tsx';
import { TrayFile } from '@fairlead/widget/views/tray-file.tsx';
import { useRef, useState } from 'preact/hooks';
import { usePortalState, useSpeech } from './context.ts';

/** Files that go along: chosen, dropped or pasted, each with how far it is. */
export function FileBox({ uploads }: { uploads: Uploads }) {
  const { t, locale } = useSpeech();
  const maximum = usePortalState((state) => state.config?.maximumUploadBytes ?? 0);
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
  return (
    <div
      class={over ? 'files files-over' : 'files'}
      role="group"
      aria-label={t('files.title')}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) =>
        event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(false)
      }
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        uploads.add(event.dataTransfer?.files ?? []);
      }}
    >
      {uploads.files.length > 0 && (
        <ul class="tray">
          {uploads.files.map((it) => (
            <li key={it.key} class={it.refusal ? 'tray-file tray-refused' : 'tray-file'}>
              <TrayFile chosen={it} uploads={uploads} />
            </li>
          ))}
        </ul>
      )}
      <div class="files-row">
        <button type="button" class="button button-quiet" onClick={() => picker.current?.click()}>
          <Icon name="clip" />
          {t('files.add')}
        </button>
        <span class="quiet">{t('files.hint', { count: mostFiles, size: fileSize(locale, maximum) })}</span>
      </div>
      <input
        ref={picker}
        type="file"
        class="hidden"
        tabIndex={-1}
        aria-hidden="true"
        multiple
        accept={acceptedTypes.join()}
        onChange={(event) => {
          uploads.add(event.currentTarget.files ?? []);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

/** The files that were pasted, if any, go along. */
export function pasteInto(uploads: Uploads): (event: ClipboardEvent) => void {
  return (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    uploads.add(files);
  };
}
