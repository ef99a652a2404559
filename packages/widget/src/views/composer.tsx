import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fetchShield, type Held, holdBack } from '../shield/hold-back.ts';
import { draftPlace } from '../thread/drafts.ts';
import { acceptedTypes } from '../upload/accepted-types.ts';
import type { Uploads } from '../upload/uploads.ts';
import { useSurroundings } from './context.ts';
import { EmojiPicker } from './emoji-picker.tsx';
import { FileTray } from './file-tray.tsx';
import { Help } from './help.tsx';
import { Icon } from './icon.tsx';

/** Characters in one message, by the contract. */
const longest = 8000;
/** From how many left it is said. */
const sayLeft = 500;

/** A text is being looked at, so that a second press does not send it twice. */
let looking = false;

/** Where the next message is written. What is half written survives a reload. */
export function Composer({ place, uploads }: { place: string; uploads: Uploads }) {
  const { chat, texts } = useSurroundings();
  const { t } = texts;
  const [text, setText] = useState(() => chat.drafts.read(place));
  const [held, setHeld] = useState<Held>();
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const left = longest - [...text].length;
  const empty = text.trim() === '' && uploads.files.length === 0;
  const ready = !empty && left >= 0 && uploads.ready;

  function write(next: string) {
    setText(next);
    setHeld(undefined);
    chat.drafts.write(place, next);
    void fetchShield();
    if (next.trim()) chat.typed();
  }
  useLayoutEffect(() => {
    const box = field.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight}px`;
  }, [text]);

  async function send(anyway?: boolean) {
    if (!ready || looking) return;
    looking = true;
    const found = anyway ? undefined : await holdBack(text);
    looking = false;
    setHeld(found);
    if (found) return;
    chat.send(
      text.trim(),
      uploads.files.flatMap(({ attachment }) => attachment ?? []),
      anyway,
    );
    // What was written while it was looked at stays.
    write(field.current?.value.slice(text.length) ?? '');
    uploads.clear();
    field.current?.focus();
  }
  function onKey(event: KeyboardEvent) {
    // While an input method composes, Enter chooses a candidate; on touch keyboards it makes a new line.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    if (matchMedia('(pointer: coarse)').matches) return;
    event.preventDefault();
    void send();
  }
  function insert(emoji: string) {
    const box = field.current;
    if (!box) return;
    const { selectionStart, selectionEnd } = box;
    write(text.slice(0, selectionStart) + emoji + text.slice(selectionEnd));
    requestAnimationFrame(() => {
      box.focus();
      box.setSelectionRange(selectionStart + emoji.length, selectionStart + emoji.length);
    });
  }
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {place === draftPlace(null) && <Help text={text} />}
      <FileTray uploads={uploads} />
      {held && <held.Box {...held} onRemove={write} onAnyway={() => void send(true)} />}
      <textarea
        ref={field}
        rows={1}
        dir={text ? 'auto' : undefined}
        data-focus="keen"
        aria-label={t('composer.label')}
        placeholder={t('composer.placeholder')}
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={onKey}
        onPaste={(event) => {
          const files = [...(event.clipboardData?.files ?? [])];
          if (files.length === 0) return;
          event.preventDefault();
          uploads.add(files);
        }}
      />
      <div class="composer-row">
        <button
          type="button"
          class="icon-button"
          aria-label={t('composer.attach')}
          onClick={() => picker.current?.click()}
        >
          <Icon name="clip" />
        </button>
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
        <EmojiPicker onPick={insert} />
        <span class="grow composer-left" role="status">
          {left < 0
            ? t('composer.over', { count: -left })
            : left <= sayLeft && t('composer.left', { count: left })}
        </span>
        <button type="submit" class="send" aria-label={t('composer.send')} disabled={!ready}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}
