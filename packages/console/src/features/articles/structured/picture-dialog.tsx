import { pictureTypes } from '@fairlead/contract';
import { ImagePlus, RotateCw } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { useFileUpload } from '../files/use-file-upload.ts';

interface PictureDialogProps {
  /** One that was pasted or dropped; null to choose one. */
  file: File | null;
  /** The picture that is in the text already, to change what it says. */
  former: { src: string; alt: string } | null;
  onChoose: (src: string, alt: string) => void;
  onClose: () => void;
}

/** A picture for the text: it is sent while one writes what it shows. */
export function PictureDialog({ file: given, former, onChoose, onClose }: PictureDialogProps) {
  const t = useT();
  const format = useFormat();
  const form = useId();
  const input = useId();
  const [file, setFile] = useState(given);
  const [alt, setAlt] = useState(former?.alt ?? '');
  const upload = useFileUpload(file);
  const local = useLocalAddress(file);
  const src = upload.kept?.url ?? (file ? null : (former?.src ?? null));
  const says = alt.trim() !== '';
  const busy = file !== null && !upload.kept && !upload.error;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOpenOutside
      size="sm"
      title={t('articles.tool.picture')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" disabled={busy}>
            {t(former ? 'articles.picture.change' : 'articles.fact.insert')}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        valid={says && src !== null}
        onSubmit={() => {
          if (src === null) return;
          onClose();
          onChoose(src, alt.replace(/\s+/g, ' ').trim());
        }}
        className="flex flex-col gap-4"
      >
        {(tried) => (
          <>
            {(local ?? src) && (
              <img
                src={local ?? src ?? ''}
                alt={alt}
                className="max-h-60 self-center rounded-md border border-line bg-white object-contain"
              />
            )}
            {busy && file && (
              <div className="flex items-center gap-3 text-sm text-ink-2">
                <ProgressBar label={t('articles.files.sending')} value={upload.sent} max={file.size} />
                <span className="shrink-0 tabular-nums">
                  {t('articles.files.progress', {
                    percent: format.number(Math.floor((upload.sent / file.size) * 100)),
                  })}
                </span>
              </div>
            )}
            <FormError error={upload.error} />
            <div className="flex flex-wrap items-center gap-2">
              <label
                htmlFor={input}
                className={`${buttonClass()} cursor-pointer focus-within:outline-2 focus-within:outline-accent`}
              >
                <ImagePlus className="size-4" aria-hidden />
                {t(file || former ? 'articles.picture.other' : 'articles.picture.choose')}
                <input
                  id={input}
                  type="file"
                  accept={pictureTypes.join(',')}
                  className="sr-only"
                  onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
                />
              </label>
              {upload.error !== null && (
                <Button icon={<RotateCw />} onClick={upload.again}>
                  {t('articles.files.again')}
                </Button>
              )}
              {tried && !file && !former && (
                <p role="alert" className="text-sm text-danger-text">
                  {t('articles.picture.missing')}
                </p>
              )}
            </div>
            <Field
              label={t('articles.picture.alt')}
              hint={t('articles.picture.alt.hint')}
              error={tried && !says ? t('articles.picture.alt.missing') : undefined}
            >
              <Textarea
                rows={2}
                maxLength={300}
                value={alt}
                onChange={(event) => setAlt(event.currentTarget.value)}
              />
            </Field>
          </>
        )}
      </Form>
    </Dialog>
  );
}

/** A file as it can be shown before it is sent. */
function useLocalAddress(file: File | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return undefined;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
      setAddress(null);
    };
  }, [file]);
  return address;
}
