import type { Choices } from '../choices.ts';
import { LanguageField } from '../demo/language-field.tsx';
import { ThemeField } from '../demo/theme-field.tsx';
import { type TextKey, useReader } from '../reader.ts';
import { type PhoneState, setFaults } from './wechat-client.ts';

const refusals: readonly (readonly [string, TextKey])[] = [
  ['', 'wechat.fault.none'],
  ['minute', 'wechat.fault.minute'],
  ['busy', 'wechat.fault.busy'],
  ['not_following', 'wechat.fault.notFollowing'],
  ['too_many', 'wechat.fault.tooMany'],
];
const hours = [0, 24, 47, 49];

interface Props {
  readonly choices: Choices;
  readonly change: (part: Partial<Choices>) => void;
  readonly state: PhoneState | undefined;
  readonly person: string;
}

/** Whose phone it is, and what goes wrong at WeChat. */
export function WechatBar({ choices, change, state, person }: Props) {
  const { t } = useReader();
  const set = (faults: Parameters<typeof setFaults>[0]) => void setFaults(faults).catch(() => {});
  const { refuse = null, times = 0, aheadHours = 0 } = state?.faults ?? {};
  return (
    <section class="demo" aria-label={t('wechat.title')}>
      <strong class="demo-title">{t('wechat.title')}</strong>
      <label class="demo-field">
        <span>{t('wechat.person')}</span>
        <select
          name="person"
          value={person}
          onChange={({ currentTarget }) => change({ customer: currentTarget.value })}
        >
          {(state?.people ?? []).map(({ openid, name }) => (
            <option key={openid} value={openid}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="demo-field">
        <span>{t('wechat.fault')}</span>
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
        <span>{t('wechat.clock')}</span>
        <select
          name="clock"
          value={String(aheadHours)}
          onChange={({ currentTarget }) => set({ aheadHours: Number(currentTarget.value) })}
        >
          {hours.map((ahead) => (
            <option key={ahead} value={String(ahead)}>
              {t('wechat.hours', { hours: String(ahead) })}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="button wx-end" onClick={() => set({ endTokens: true })}>
        {t('wechat.endToken')}
      </button>
      <LanguageField value={choices.locale ?? 'en'} change={change} />
      <ThemeField value={choices.theme} change={change} />
      <nav class="demo-links" aria-label={t('wechat.title')}>
        <a href="/playground/">{t('wechat.trading')}</a>
        <a href="/console/">{t('demo.console')}</a>
      </nav>
    </section>
  );
}
