import { useId, useRef, useState } from 'preact/hooks';
import { useReader } from '../reader.ts';
import { readPicture, type Written } from './facebook-client.ts';

interface Props {
  /** What the field is for; also its placeholder. */
  readonly label: string;
  readonly send: (written: Written) => Promise<void>;
}

/** A line to write in, with a picture beside it. What could not be sent stays. */
export function WriteLine({ label, send }: Props) {
  const { t } = useReader();
  const [text, setText] = useState('');
  const [failed, setFailed] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  const attempt = async (written: Written, done: () => void) => {
    try {
      await send(written);
      setFailed(false);
      done();
    } catch {
      setFailed(true);
    }
  };
  return (
    <form
      class="fb-write"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void attempt({ text }, () => setText(''));
      }}
    >
      {failed ? (
        <p class="fb-failed" role="alert">
          {t('facebook.notSent')}
        </p>
      ) : null}
      <label class="fb-picture" title={t('facebook.picture')}>
        <span class="hidden">{t('facebook.picture')}</span>
        <span aria-hidden="true">+</span>
        <input
          ref={field}
          type="file"
          accept="image/png,image/jpeg,image/webp,image/gif"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file)
              void readPicture(file).then((picture) =>
                attempt({ picture }, () => {
                  if (field.current) field.current.value = '';
                }),
              );
          }}
        />
      </label>
      <label class="hidden" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="fb-input"
        value={text}
        placeholder={label}
        autocomplete="off"
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <button type="submit" class="fb-send" disabled={text.trim() === ''}>
        {t('facebook.send')}
      </button>
    </form>
  );
}
