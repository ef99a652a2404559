import { type Announcement, endpoints, pictureTypes } from '@fairlead/contract';
import { ImagePlus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useFileUpload } from '../articles/files/use-file-upload.ts';
import { useAct } from './announcement-queries.ts';

/** The one picture of an announcement: chosen, looked at, taken away. What it shows is said with each text. */
export function PicturePanel({ announcement, writes }: { announcement: Announcement; writes: boolean }) {
  const t = useT();
  const act = useAct(announcement.id);
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const upload = useFileUpload(file);
  const { id, picture, texts, sourceLocale, version } = announcement;
  const set = (pictureId: string | null) =>
    act.mutate(() =>
      call(endpoints.announcements.change, { params: { id }, body: { version, picture: pictureId } }),
    );
  const kept = upload.kept?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each file that has arrived, by the version that is on screen then.
  useEffect(() => {
    if (!kept) return;
    set(kept);
    setFile(null);
  }, [kept]);
  if (!picture && !writes) return null;
  const alt = texts.find((it) => it.locale === sourceLocale)?.pictureAlt ?? '';
  return (
    <Panel title={t('announcements.picture')} description={t('announcements.picture.text')}>
      <div className="flex flex-col items-start gap-3">
        {picture && (
          <img
            src={picture.url}
            alt={alt}
            width={picture.width ?? undefined}
            height={picture.height ?? undefined}
            className="h-auto max-h-64 w-auto max-w-full rounded-md border border-line"
          />
        )}
        {writes && (
          <div className="flex flex-wrap gap-2">
            <input
              ref={input}
              type="file"
              accept={pictureTypes.join(',')}
              className="hidden"
              aria-label={t('announcements.picture.choose')}
              onChange={(event) => {
                setFile(event.currentTarget.files?.[0] ?? null);
                event.currentTarget.value = '';
              }}
            />
            <Button icon={<ImagePlus />} loading={file !== null} onClick={() => input.current?.click()}>
              {t(picture ? 'announcements.picture.other' : 'announcements.picture.choose')}
            </Button>
            {picture && (
              <Button variant="quiet" icon={<Trash2 />} onClick={() => set(null)}>
                {t('announcements.picture.remove')}
              </Button>
            )}
          </div>
        )}
        {file && upload.error === null && (
          <ProgressBar label={t('announcements.picture.choose')} value={upload.sent} max={file.size} />
        )}
        <FormError error={upload.error ?? act.error} />
      </div>
    </Panel>
  );
}
