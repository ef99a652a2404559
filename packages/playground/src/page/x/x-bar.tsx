import type { Choices } from '../choices.ts';
import { LanguageField } from '../demo/language-field.tsx';
import { ThemeField } from '../demo/theme-field.tsx';
import { type TextKey, useReader } from '../reader.ts';
import { type PhoneState, setFaults } from './x-client.ts';

const refusals: readonly (readonly [string, TextKey])[] = [
  ['', 'facebook.fault.none'],
  ['rate_limited', 'facebook.fault.rateLimited'],
  ['trouble', 'x.fault.trouble'],
  ['no_messages', 'x.fault.noMessages'],
  ['duplicate', 'x.fault.duplicate'],
  ['credits', 'x.fault.credits'],
  ['token', 'facebook.fault.token'],
];

interface Props {
  readonly choices: Choices;
  readonly change: (part: Partial<Choices>) => void;
  readonly state: PhoneState | undefined;
  readonly person: string;
}

/** Whose phone it is, and what goes wrong at X. */
export function XBar({ choices, change, state, person }: Props) {
  const { t } = useReader();
  const set = (faults: Parameters<typeof setFaults>[0]) => void setFaults(faults).catch(() => {});
  const { refuse = null, times = 0, noWebhooks = false } = state?.faults ?? {};
  return (
    <section class="demo x-bar" aria-label={t('x.title')}>
      <strong class="demo-title">{t('x.title')}</strong>
      <label class="demo-field">
        <span>{t('facebook.person')}</span>
        <select
          name="person"
          value={person}
          onChange={({ currentTarget }) => change({ customer: currentTarget.value })}
        >
          {(state?.people ?? []).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="demo-field">
        <span>{t('facebook.fault')}</span>
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
      <label class="demo-field">
        <span>{t('x.webhooks')}</span>
        <select
          name="webhooks"
          value={noWebhooks ? 'none' : 'sent'}
          onChange={({ currentTarget }) => set({ noWebhooks: currentTarget.value === 'none' })}
        >
          <option value="sent">{t('x.webhooks.sent')}</option>
          <option value="none">{t('x.webhooks.none')}</option>
        </select>
      </label>
      <LanguageField value={choices.locale ?? 'en'} change={change} />
      <ThemeField value={choices.theme} change={change} />
      <nav class="demo-links" aria-label={t('x.title')}>
        <a href="/playground/">{t('facebook.trading')}</a>
        <a href="/console/">{t('demo.console')}</a>
      </nav>
    </section>
  );
}
