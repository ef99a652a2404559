import type { Choices } from '../choices.ts';
import { useReader } from '../reader.ts';

interface Props {
  readonly value: Choices['theme'];
  readonly change: (part: Partial<Choices>) => void;
}

/** In which theme the page is read. */
export function ThemeField({ value, change }: Props) {
  const { t } = useReader();
  return (
    <label class="demo-field">
      <span>{t('demo.theme')}</span>
      <select
        name="theme"
        value={value}
        onChange={({ currentTarget }) =>
          change({ theme: currentTarget.value === 'light' ? 'light' : 'dark' })
        }
      >
        <option value="dark">{t('demo.theme.dark')}</option>
        <option value="light">{t('demo.theme.light')}</option>
      </select>
    </label>
  );
}
