import type { ComponentChildren } from 'preact';
import type { Choices } from '../choices.ts';
import { LanguageField } from '../demo/language-field.tsx';
import { ThemeField } from '../demo/theme-field.tsx';
import { type TextKey, useReader } from '../reader.ts';

interface Props {
  readonly title: string;
  readonly choices: Choices;
  readonly change: (part: Partial<Choices>) => void;
  /** What only this platform has, before the language. */
  readonly children?: ComponentChildren;
}

/** Above a platform on a phone: what can be set of it, in which language and theme, and the ways to the other side. */
export function PlatformBar({ title, choices, change, children }: Props) {
  const { t } = useReader();
  return (
    <section class="demo" aria-label={title}>
      <strong class="demo-title">{title}</strong>
      {children}
      <LanguageField value={choices.locale ?? 'en'} change={change} />
      <ThemeField value={choices.theme} change={change} />
      <nav class="demo-links" aria-label={title}>
        <a href="/playground/">{t('platform.trading')}</a>
        <a href="/console/">{t('demo.console')}</a>
      </nav>
    </section>
  );
}

interface PersonFieldProps {
  readonly person: string;
  readonly people: ReadonlyArray<{ readonly id: string; readonly name: string }>;
  readonly change: (part: Partial<Choices>) => void;
}

/** Whose phone it is. */
export function PersonField({ person, people, change }: PersonFieldProps) {
  const { t } = useReader();
  return (
    <label class="demo-field">
      <span>{t('platform.person')}</span>
      <select
        name="person"
        value={person}
        onChange={({ currentTarget }) => change({ customer: currentTarget.value })}
      >
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What the next call is refused with. */
interface Refusal {
  readonly refuse: string | null;
  readonly times: number;
}

interface FaultFieldProps {
  readonly faults: Refusal | undefined;
  /** The platform's names of what it refuses with, and ours; the first one is that it does not. */
  readonly refusals: readonly (readonly [string, TextKey])[];
  readonly set: (faults: Refusal) => void;
}

/** What goes wrong at the platform next. */
export function FaultField({ faults, refusals, set }: FaultFieldProps) {
  const { t } = useReader();
  const { refuse = null, times = 0 } = faults ?? {};
  return (
    <label class="demo-field">
      <span>{t('platform.fault')}</span>
      <select
        name="fault"
        value={times > 0 ? (refuse ?? '') : ''}
        onChange={({ currentTarget: { value } }) =>
          set({ refuse: value === '' ? null : value, times: value === '' ? 0 : 1 })
        }
      >
        {refusals.map(([value, key]) => (
          <option key={value} value={value}>
            {t(key)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ClockFieldProps {
  readonly ahead: number;
  readonly hours: readonly number[];
  readonly set: (faults: { readonly aheadHours: number }) => void;
}

/** How far ahead the platform's clock is, so that what ends after hours can be seen to end. */
export function ClockField({ ahead, hours, set }: ClockFieldProps) {
  const { t } = useReader();
  return (
    <label class="demo-field">
      <span>{t('platform.clock')}</span>
      <select
        name="clock"
        value={String(ahead)}
        onChange={({ currentTarget }) => set({ aheadHours: Number(currentTarget.value) })}
      >
        {hours.map((it) => (
          <option key={it} value={String(it)}>
            {t('platform.hours', { hours: String(it) })}
          </option>
        ))}
      </select>
    </label>
  );
}
