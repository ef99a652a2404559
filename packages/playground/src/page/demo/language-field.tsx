import { localeNames, locales } from '@fairlead/contract/locale';
import type { Choices } from '../choices.ts';
import { useReader } from '../reader.ts';

interface Props {
  /** Chosen; an empty text where the browser chooses. */
  readonly value: string;
  readonly change: (part: Partial<Choices>) => void;
  /** Whether the browser may choose. */
  readonly auto?: boolean;
}

/** In which language the page is read. */
export function LanguageField({ value, change, auto = false }: Props) {
  const { t } = useReader();
  return (
    <label class="demo-field">
      <span>{t('demo.language')}</span>
      <select
        name="locale"
        value={value}
        onChange={({ currentTarget }) =>
          change({ locale: locales.find((known) => known === currentTarget.value) ?? null })
        }
      >
        {auto && <option value="">{t('demo.languageAuto')}</option>}
        {locales.map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {localeNames[tag]}
          </option>
        ))}
      </select>
    </label>
  );
}
