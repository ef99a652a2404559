import { tierTexts } from '../account/tier-texts.ts';
import type { Customer } from '../back-end.ts';
import type { Choices } from '../choices.ts';
import { type TextKey, useReader } from '../reader.ts';
import type { ChatState } from '../use-chat.ts';
import { LanguageField } from './language-field.tsx';
import { PortalLink } from './portal-link.tsx';
import { ThemeField } from './theme-field.tsx';

const chatTexts: Record<ChatState, TextKey> = {
  loading: 'demo.chat.loading',
  anonymous: 'demo.chat.anonymous',
  identified: 'demo.chat.identified',
  'identity-failed': 'demo.chat.failed',
  unavailable: 'demo.chat.unavailable',
};

/** Platforms on a phone; their names are the same in every language. */
const phones = [
  ['telegram', 'Telegram'],
  ['facebook', 'Facebook'],
  ['wechat', 'WeChat'],
  ['x', 'X'],
] as const;

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
      <LanguageField value={choices.locale ?? ''} change={change} auto />
      <ThemeField value={choices.theme} change={change} />
      <span class="demo-chat" role="status" data-chat={chat}>
        {t(chatTexts[chat])}
      </span>
      <nav class="demo-links" aria-label={t('demo.title')}>
        {portal && <PortalLink {...portal} />}
        <a href="/console/">{t('demo.console')}</a>
        <a href="/help/">{t('header.help')}</a>
        <span class="demo-phones">
          {t('demo.phones')}
          {phones.map(([path, name]) => (
            <a key={path} href={`/playground/${path}?locale=${choices.locale ?? ''}&theme=${choices.theme}`}>
              {name}
            </a>
          ))}
        </span>
        <a href={`/playground/desk?locale=${choices.locale ?? ''}&theme=${choices.theme}`}>
          {t('desk.title')}
        </a>
        <a href="/playground/plain">{t('demo.plain')}</a>
      </nav>
    </section>
  );
}
