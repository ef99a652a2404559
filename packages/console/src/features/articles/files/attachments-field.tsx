import { documentTypes, type HelpFile } from '@fairlead/contract';
import { FilePlus2, FileText, RotateCw, X } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { FileSize } from '../../inbox/file-size.tsx';
import { useFileUpload } from './use-file-upload.ts';

const most = 20;

interface AttachmentsFieldProps {
  files: readonly HelpFile[];
  onChange: (files: HelpFile[]) => void;
}

/** The files that readers find below an article. */
export function AttachmentsField({ files, onChange }: AttachmentsFieldProps) {
  const t = useT();
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const { sent, kept, error, again } = useFileUpload(file);
  useEffect(() => {
    if (!kept) return;
    setFile(null);
    if (!files.some((it) => it.id === kept.id)) onChange([...files, kept]);
  }, [kept, files, onChange]);
  const busy = file !== null && error === null;
  return (
    <div role="group" aria-labelledby={id} className="flex flex-col gap-1">
      <span id={id} className="text-sm font-medium">
        {t('articles.files')}
      </span>
      {files.length > 0 && (
        <ul className="flex flex-col gap-1">
          {files.map((it) => (
            <li key={it.id} className="flex items-center gap-2 text-sm">
              <FileText className="size-4 shrink-0 text-ink-3" aria-hidden />
              <a href={it.url} className="min-w-0 flex-1 text-accent-text [overflow-wrap:anywhere]">
                {it.name}
              </a>
              <FileSize bytes={it.size} />
              <IconButton
                size="sm"
                label={t('articles.files.remove', { name: it.name })}
                icon={<X />}
                onClick={() => onChange(files.filter(({ id: other }) => other !== it.id))}
              />
            </li>
          ))}
        </ul>
      )}
      {busy && (
        <ProgressBar label={t('articles.files.sending')} value={sent} max={file.size} className="my-1" />
      )}
      <FormError error={error} />
      <div className="flex flex-wrap gap-2">
        <label
          className={`${buttonClass()} cursor-pointer focus-within:outline-2 focus-within:outline-accent aria-disabled:opacity-60`}
          aria-disabled={busy || files.length >= most}
        >
          <FilePlus2 className="size-4" aria-hidden />
          {t('articles.files.add')}
          <input
            type="file"
            accept={[...documentTypes, '.csv', '.txt', '.xlsx', '.zip'].join(',')}
            disabled={busy || files.length >= most}
            className="sr-only"
            onChange={(event) => {
              setFile(event.currentTarget.files?.[0] ?? null);
              event.currentTarget.value = '';
            }}
          />
        </label>
        {error !== null && (
          <Button icon={<RotateCw />} onClick={again}>
            {t('articles.files.again')}
          </Button>
        )}
      </div>
      <p className="text-sm text-ink-3">{t('articles.files.hint')}</p>
    </div>
  );
}
