import {
  type AnnouncementPlace,
  type AnnouncementPlaces,
  type Locale,
  localeNames,
  locales,
} from '@fairlead/contract';
import { Plus, X } from 'lucide-react';
import { useT } from '../../i18n/i18n.tsx';
import { ChannelIcon } from '../../ui/channel-icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';

type Posts = AnnouncementPlaces['posts'];

interface PostsFieldProps {
  value: Posts;
  possible: readonly AnnouncementPlace[];
  /** They stand as they are. */
  fixed: boolean;
  onChange: (posts: Posts) => void;
}

/** The posts by inboxes, each in a language of its own. */
export function PostsField({ value, possible, fixed, onChange }: PostsFieldProps) {
  const t = useT();
  const change = (at: number, part: Partial<Posts[number]>) =>
    onChange(value.map((it, index) => (index === at ? { ...it, ...part } : it)));
  const nameOf = (inboxId: string) => possible.find((it) => it.inboxId === inboxId)?.name ?? '';
  return (
    <section aria-label={t('announcements.posts')} className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">{t('announcements.posts')}</h3>
      <ul className="flex flex-col gap-2">
        {value.map((post, at) => {
          const place = possible.find((it) => it.inboxId === post.inboxId);
          const name = nameOf(post.inboxId);
          return (
            <li
              // Two that say the same are one to the server; while they are written they stand by their place.
              key={`${post.inboxId} ${at}`}
              className="flex flex-wrap items-center gap-2 rounded-md border border-line p-2"
            >
              <ChannelIcon channel={place?.channel ?? ''} className="size-4 shrink-0" />
              <span className="min-w-24 flex-1 [overflow-wrap:anywhere]">{name}</span>
              <Select<Locale>
                label={t('announcements.post.language', { name })}
                value={post.locale}
                disabled={fixed}
                onChange={(locale) => change(at, { locale })}
                options={locales.map((it) => ({ value: it, label: localeNames[it] }))}
                className="w-36!"
              />
              {place?.addressed && (
                <Input
                  aria-label={t('announcements.post.address', { name })}
                  placeholder="@channel"
                  dir="ltr"
                  maxLength={120}
                  disabled={fixed}
                  value={post.address}
                  onValueChange={(address) => change(at, { address })}
                  className="w-40!"
                />
              )}
              {!fixed && (
                <IconButton
                  size="sm"
                  label={t('announcements.post.remove', { name })}
                  icon={<X />}
                  onClick={() => onChange(value.filter((_, index) => index !== at))}
                />
              )}
              {place && !place.connected && (
                <p className="w-full text-sm text-warning-text">{t('announcements.post.unconnected')}</p>
              )}
            </li>
          );
        })}
      </ul>
      {possible.length === 0 && <p className="text-sm text-ink-3">{t('announcements.posts.none')}</p>}
      {!fixed && possible.length > 0 && (
        <span className="flex items-center gap-2">
          <Plus className="size-4 text-ink-3" aria-hidden />
          <Select
            label={t('announcements.post.add')}
            placeholder={t('announcements.post.add')}
            value={null}
            onChange={(inboxId: string) => {
              const used = value.filter((it) => it.inboxId === inboxId);
              const locale = locales.find((it) => it === 'en' && used.length === 0) ?? 'zh-CN';
              onChange([...value, { inboxId, locale, address: used[0]?.address ?? '' }]);
            }}
            options={possible.map((it) => ({ value: it.inboxId, label: it.name }))}
          />
        </span>
      )}
    </section>
  );
}
