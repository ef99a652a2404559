import localeNames from 'virtual:locale-names';
import { type Locale, locales } from '@fairlead/contract/locale';
import { useEffect, useRef } from 'preact/hooks';
import { useChatState, useSurroundings } from './context.ts';

/** The customer's own settings: language and sound. */
export function OptionsBox() {
  const { settings, texts } = useSurroundings();
  const locale = useChatState((state) => state.locale);
  const sound = useChatState((state) => state.sound);
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div class="menu-box">
      <label class="menu-row">
        <span>{texts.t('menu.language')}</span>
        <select
          ref={first}
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
  );
}
