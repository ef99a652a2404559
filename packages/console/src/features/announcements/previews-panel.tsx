import { type Announcement, announcementPost, announcementPostLength, localeNames } from '@fairlead/contract';
import { weightedLength } from '@fairlead/contract/weighted-length';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { ChannelIcon } from '../../ui/channel-icon.tsx';
import { cx } from '../../ui/cx.ts';
import { Panel } from '../../ui/panel.tsx';
import { placesQuery } from './announcement-queries.ts';

/** How it will read where it goes, with the limits of each channel. Shows what is saved. */
export function PreviewsPanel({ announcement }: { announcement: Announcement }) {
  const t = useT();
  const { places, texts, slug, sourceLocale } = announcement;
  const { data: possible } = useQuery(placesQuery);
  const source = texts.find((it) => it.locale === sourceLocale);
  const pageIn = (locale: string) =>
    places.helpCenter ? `${window.location.origin}/announcements/${locale}/${slug}` : null;
  const nothing = !places.banner && !places.email && places.posts.length === 0;
  return (
    <Panel title={t('announcements.preview')}>
      {nothing && <p className="text-sm text-ink-3">{t('announcements.preview.none')}</p>}
      <ul className="grid gap-3 lg:grid-cols-2">
        {places.posts.map((post) => {
          const place = possible?.items.find((it) => it.inboxId === post.inboxId);
          const text = texts.find((it) => it.locale === post.locale);
          const link = pageIn(post.locale);
          const words = text && announcementPost(text, { label: null, link });
          const length =
            words === undefined
              ? 0
              : announcementPostLength(words, link, place?.weighted ? weightedLength : undefined);
          const maximum = place?.maximumTextLength ?? 0;
          return (
            <Preview
              key={`${post.inboxId} ${post.address} ${post.locale}`}
              head={
                <>
                  <ChannelIcon channel={place?.channel ?? ''} className="size-4 shrink-0" />
                  <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                    {place?.name} {post.address} · {localeNames[post.locale]}
                  </span>
                  <span className={cx('text-sm', length > maximum ? 'text-danger-text' : 'text-ink-3')}>
                    {t('announcements.preview.length', { count: length, maximum })}
                  </span>
                </>
              }
            >
              {words === undefined ? (
                <p className="text-danger-text">{t('announcements.preview.missing')}</p>
              ) : (
                <p lang={post.locale} dir="auto" className="whitespace-pre-wrap">
                  {link === null ? words : `${words}\n\n${link}`}
                </p>
              )}
            </Preview>
          );
        })}
        {places.banner && source && (
          <Preview head={t('announcements.places.banner')}>
            <p lang={sourceLocale} dir="auto">
              {source.title}
            </p>
          </Preview>
        )}
        {places.email && source && (
          <Preview head={t('announcements.places.email')}>
            <p lang={sourceLocale} dir="auto" className="font-medium">
              {source.title}
            </p>
            <p lang={sourceLocale} dir="auto">
              {source.summary}
            </p>
          </Preview>
        )}
      </ul>
    </Panel>
  );
}

function Preview({ head, children }: { head: ReactNode; children: ReactNode }) {
  return (
    <li className="flex flex-col gap-2 rounded-md border border-line p-3 [overflow-wrap:anywhere]">
      <div className="flex items-center gap-2 text-sm font-medium">{head}</div>
      {children}
    </li>
  );
}
