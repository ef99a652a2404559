import type { BannerAnnouncement } from '@fairlead/contract';
import { useEffect, useState } from 'preact/hooks';
import { usePortal, usePortalState, useSpeech } from '../context.ts';

const hiddenKey = 'fairlead.portal.news';

/** What somebody has put away stays away, in this browser, until it is corrected. */
function hidden(): readonly string[] {
  try {
    return (localStorage.getItem(hiddenKey) ?? '').split(' ');
  } catch {
    return [];
  }
}

const nameOf = ({ id, edition }: BannerAnnouncement) => `${id}:${edition}`;

/** What was announced for everybody to see, above the page. */
export function AnnouncementBanner() {
  const { t, locale } = useSpeech();
  const { api } = usePortal();
  const here = usePortalState(({ phase, person }) => (phase === 'in' ? person?.id : undefined));
  const [items, setItems] = useState<readonly BannerAnnouncement[]>([]);
  useEffect(() => {
    let wanted = true;
    // Without it the page is as good.
    if (here)
      api.banner(locale).then(
        (found) => wanted && setItems(found.items.filter((it) => !hidden().includes(nameOf(it)))),
        () => {},
      );
    return () => {
      wanted = false;
    };
  }, [here, locale]);
  if (!here) return null;
  return items.map((it) => (
    <p key={it.id} class="notice news">
      <span lang={it.locale} dir="auto">
        {it.url === null ? it.title : <a href={it.url}>{it.title}</a>}
      </span>
      <button
        type="button"
        class="text-button"
        onClick={() => {
          setItems(items.filter((other) => other !== it));
          try {
            localStorage.setItem(hiddenKey, [...hidden(), nameOf(it)].slice(-20).join(' '));
          } catch {
            // A browser that keeps nothing: it is back with the next page.
          }
        }}
      >
        {t('news.hide')}
      </button>
    </p>
  ));
}
