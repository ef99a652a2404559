import type { Attachment } from '@fairlead/contract';
import { CircleAlert, FileText, Film, ImageIcon, RotateCw, X } from 'lucide-react';
import { type ReactNode } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useErrorText } from '../../../i18n/use-error-text.ts';
import { cx } from '../../../ui/cx.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { FileSize } from '../file-size.tsx';
import type { TrayItem } from './upload-tray.ts';

interface FileTrayProps {
  attachments: readonly Attachment[];
  uploads: readonly TrayItem[];
  onRemove: (attachmentId: string) => void;
  onCancel: (uploadId: string) => void;
  onResume: (uploadId: string) => void;
}

/** The files that will go with the message: there already, on their way, or stuck. */
export function FileTray({ attachments, uploads, onRemove, onCancel, onResume }: FileTrayProps) {
  const t = useT();
  if (attachments.length + uploads.length === 0) return null;
  return (
    <ul aria-label={t('inbox.files')} className="flex flex-wrap gap-1.5 px-3 pb-2">
      {attachments.map((attachment) => (
        <Chip
          key={attachment.id}
          name={attachment.name}
          picture={
            attachment.previewUrl ? (
              <img src={attachment.previewUrl} alt="" className="size-8 rounded-sm object-cover" />
            ) : (
              <FileIcon name={attachment.name} />
            )
          }
          detail={<FileSize bytes={attachment.size} />}
          actions={
            <IconButton
              size="sm"
              label={t('inbox.file.remove', { name: attachment.name })}
              icon={<X />}
              onClick={() => onRemove(attachment.id)}
            />
          }
        />
      ))}
      {uploads.map((item) => (
        <UploadChip key={item.id} item={item} onCancel={onCancel} onResume={onResume} />
      ))}
    </ul>
  );
}

function UploadChip({
  item,
  onCancel,
  onResume,
}: { item: TrayItem } & Pick<FileTrayProps, 'onCancel' | 'onResume'>) {
  const t = useT();
  const format = useFormat();
  const errorText = useErrorText();
  const percent = Math.floor((item.sent / item.size) * 100);
  const stuck = item.state !== 'uploading';
  return (
    <Chip
      name={item.name}
      picture={
        stuck ? (
          <CircleAlert className="size-4 text-danger-text" aria-hidden />
        ) : (
          <FileIcon name={item.name} />
        )
      }
      detail={
        item.state === 'uploading' ? (
          t('inbox.file.progress', { percent: format.number(percent) })
        ) : item.state === 'paused' ? (
          t('inbox.file.paused')
        ) : (
          <span className="text-danger-text">{errorText(item.error)}</span>
        )
      }
      progress={item.state === 'refused' ? null : percent}
      wide={stuck}
      actions={
        <>
          {item.state === 'paused' && (
            <IconButton
              size="sm"
              label={t('inbox.file.resume', { name: item.name })}
              icon={<RotateCw />}
              onClick={() => onResume(item.id)}
            />
          )}
          <IconButton
            size="sm"
            label={t('inbox.file.cancel', { name: item.name })}
            icon={<X />}
            onClick={() => onCancel(item.id)}
          />
        </>
      }
    />
  );
}

interface ChipProps {
  name: string;
  picture: ReactNode;
  detail: ReactNode;
  actions: ReactNode;
  progress?: number | null;
  wide?: boolean;
}

function Chip({ name, picture, detail, actions, progress = null, wide = false }: ChipProps) {
  return (
    <li
      className={cx(
        'relative flex min-h-11 items-center gap-2 overflow-hidden rounded-md border border-line-2 bg-surface py-1 ps-1.5 pe-1',
        wide ? 'max-w-96' : 'max-w-60',
      )}
    >
      <span className="grid size-8 shrink-0 place-items-center rounded-sm bg-sunken text-ink-3">
        {picture}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-medium">{name}</span>
        <span role={progress === null ? undefined : 'status'} className="block text-xs text-ink-3">
          {detail}
        </span>
      </span>
      {actions}
      {progress !== null && (
        <span aria-hidden className="absolute inset-x-0 bottom-0 h-0.5 bg-sunken">
          <span className="block h-full bg-accent transition-[width]" style={{ width: `${progress}%` }} />
        </span>
      )}
    </li>
  );
}

function FileIcon({ name }: { name: string }) {
  const Icon = /\.(mp4|webm|mov)$/i.test(name) ? Film : /\.pdf$/i.test(name) ? FileText : ImageIcon;
  return <Icon className="size-4" aria-hidden />;
}
