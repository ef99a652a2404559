import { fileSize } from '../text/file-size.ts';
import type { ChosenFile, Uploads } from '../upload/uploads.ts';
import { useTexts } from './context.ts';
import { Icon } from './icon.tsx';

/** Circumference of the ring's circle. */
const around = 2 * Math.PI * 9;

/** A file in the tray: how far it is, and how to be rid of it. */
export function TrayFile({ chosen, uploads }: { chosen: ChosenFile; uploads: Uploads }) {
  const texts = useTexts();
  const { t, wire, locale } = texts;
  const { key, file, picture, part, waiting, attachment, refusal } = chosen;
  const { name } = file;
  const percent = Math.floor(part * 100);
  return (
    <>
      {picture ? <img src={picture} alt="" /> : <Icon name="file" />}
      <span class="grow">
        <b dir="auto">{name}</b>
        <small role={refusal ? 'alert' : undefined}>
          {refusal
            ? wire(`error.${refusal.code}`, refusal.params)
            : waiting
              ? t('message.waiting')
              : fileSize(locale, file.size)}
        </small>
      </span>
      {!refusal && (
        <span
          class="ring"
          role="progressbar"
          aria-valuenow={percent}
          aria-label={attachment ? t('upload.ready', { name }) : t('upload.progress', { name, percent })}
        >
          {attachment ? (
            <Icon name="check" />
          ) : (
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <circle cx="12" cy="12" r="9" />
              <circle
                cx="12"
                cy="12"
                r="9"
                stroke-dasharray={around}
                stroke-dashoffset={around * (1 - part)}
              />
            </svg>
          )}
        </span>
      )}
      {refusal?.passing && (
        <button
          type="button"
          class="icon-button"
          aria-label={t('upload.retry', { name })}
          onClick={() => uploads.retry(key)}
        >
          <Icon name="retry" />
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={t('upload.remove', { name })}
        onClick={() => uploads.remove(key)}
      >
        <Icon name="close" />
      </button>
    </>
  );
}
