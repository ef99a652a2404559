import { localeNames, locales } from '@fairlead/contract/locale';
import { tierTexts } from '../account/tier-texts.ts';
import type { Customer } from '../back-end.ts';
import type { Choices } from '../choices.ts';
import { type TextKey, useReader } from '../reader.ts';
import type { ChatState } from '../use-chat.ts';
import { PortalLink } from './portal-link.tsx';

const chatTexts: Record<ChatState, TextKey> = {
  loading: 'demo.chat.loading',
  anonymous: 'demo.chat.anonymous',
  identified: 'demo.chat.identified',
  'identity-failed': 'demo.chat.failed',
  unavailable: 'demo.chat.unavailable',
};

interface Props {
  readonly choices: Choices;
  readonly change: (part: Partial<Choices>) => void;
  readonly customers: readonly Customer[];
  readonly chat: ChatState;
  /** Who would come to the portal, and in which language; null where there is none. */
  readonly portal: { readonly customer: string | null; readonly locale: string } | null;
}

/** What is no part of the exchange: whom the visitor plays, in which language and theme, and the ways to the other side. */
export function DemoBar({ choices, change, customers, chat, portal }: Props) {
  const { t } = useReader();
  return (
    <section class="demo" aria-label={t('demo.title')}>
      <strong class="demo-title">{t('demo.title')}</strong>
      <label class="demo-field">
        <span>{t('demo.customer')}</span>
        <select
          name="customer"
          value={choices.customer ?? 'anonymous'}
          onChange={({ currentTarget: { value } }) =>
            change({ customer: value === 'anonymous' ? null : value })
          }
        >
          <option value="anonymous">{t('demo.anonymous')}</option>
          {customers.map(({ id, name, tier }) => (
            <option key={id} value={id}>
              {`${name} · ${t(tierTexts[tier])}`}
            </option>
          ))}
        </select>
      </label>
      <label class="demo-field">
        <span>{t('demo.language')}</span>
        <select
          name="locale"
          value={choices.locale ?? ''}
          onChange={({ currentTarget: { value } }) =>
            change({ locale: locales.find((known) => known === value) ?? null })
          }
        >
          <option value="">{t('demo.languageAuto')}</option>
          {locales.map((tag) => (
            <option key={tag} value={tag} lang={tag}>
              {localeNames[tag]}
            </option>
          ))}
        </select>
      </label>
      <label class="demo-field">
        <span>{t('demo.theme')}</span>
        <select
          name="theme"
          value={choices.theme}
          onChange={({ currentTarget: { value } }) => change({ theme: value === 'light' ? 'light' : 'dark' })}
        >
          <option value="dark">{t('demo.theme.dark')}</option>
          <option value="light">{t('demo.theme.light')}</option>
        </select>
      </label>
      <span class="demo-chat" role="status" data-chat={chat}>
        {t(chatTexts[chat])}
      </span>
      <nav class="demo-links" aria-label={t('demo.title')}>
        {portal && <PortalLink {...portal} />}
        <a href="/console/">{t('demo.console')}</a>
        <a href="/help/">{t('header.help')}</a>
        <a href={`/playground/telegram?locale=${choices.locale ?? ''}&theme=${choices.theme}`}>
          {t('demo.telegram')}
        </a>
        <a href="/playground/plain">{t('demo.plain')}</a>
      </nav>
    </section>
  );
}
