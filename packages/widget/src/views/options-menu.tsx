import { type Locale, localeNames, locales } from '@fairlead/contract/locale';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useChatState, useSurroundings } from './context.ts';
import { Icon } from './icon.tsx';

/** The customer's own settings: language and sound. */
export function OptionsMenu() {
  const { settings, texts } = useSurroundings();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const locale = useChatState((state) => state.locale);
  const sound = useChatState((state) => state.sound);

  useEffect(() => {
    if (!open) return;
    box.current?.querySelector('select')?.focus();
    const onPress = (event: Event) => box.current?.contains(event.target as Node) || setOpen(false);
    const onLeave = () => setOpen(false);
    addEventListener('pointerdown', onPress);
    addEventListener('blur', onLeave);
    return () => {
      removeEventListener('pointerdown', onPress);
      removeEventListener('blur', onLeave);
    };
  }, [open]);

  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  }
  return (
    <div class="menu" ref={box} onKeyDown={onKey}>
      <button
        type="button"
        class="icon-button"
        aria-label={texts.t('menu.open')}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {open && (
        <div class="menu-box">
          <label class="menu-row">
            <span>{texts.t('menu.language')}</span>
            <select
              value={locale}
              onChange={(event) => settings.chooseLocale(event.currentTarget.value as Locale)}
            >
              {locales.map((it) => (
                <option key={it} value={it} lang={it}>
                  {localeNames[it]}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            class="menu-row"
            role="switch"
            aria-checked={sound}
            onClick={() => settings.setSound(!sound)}
          >
            <span>{texts.t('menu.sound')}</span>
            <i class="switch" />
          </button>
        </div>
      )}
    </div>
  );
}
