import { useState } from 'preact/hooks';
import { readPicture } from '../facebook/facebook-client.ts';
import { useReader } from '../reader.ts';
import type { Written } from './wechat-client.ts';

/** A line to write in, with a picture beside it. What could not be sent stays; `write` answers whether it was. */
export function WriteLine({ write }: { readonly write: (written: Written) => Promise<boolean> }) {
  const { t } = useReader();
  const [text, setText] = useState('');
  return (
    <form
      class="wx-write"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        void write({ text }).then((sent) => {
          if (sent) setText('');
        });
      }}
    >
      <input
        class="wx-input"
        aria-label={t('wechat.message')}
        value={text}
        autocomplete="off"
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <label class="wx-picture" title={t('wechat.picture')}>
        <span class="hidden">{t('wechat.picture')}</span>
        <span aria-hidden="true">＋</span>
        <input
          type="file"
          accept="image/png,image/jpeg,image/gif"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            currentTarget.value = '';
            if (file) void readPicture(file).then((picture) => write({ picture }));
          }}
        />
      </label>
      <button type="submit" class="wx-send" disabled={text.trim() === ''}>
        {t('wechat.send')}
      </button>
    </form>
  );
}
