import type { announcementEndpoints, BannerAnnouncement, ResponseOf } from '@fairlead/contract';
import { useEffect, useState } from 'preact/hooks';
import { useSurroundings } from './context.ts';

const key = 'fairlead.news';
const nameOf = ({ id, edition }: BannerAnnouncement) => `${id}:${edition}`;

/** What somebody has put away stays away in this browser, until it is corrected. */
function hidden(): string[] {
  try {
    return (localStorage.getItem(key) ?? '').split(' ');
  } catch {
    return [];
  }
}

function hide(item: BannerAnnouncement): void {
  try {
    localStorage.setItem(key, [...hidden(), nameOf(item)].slice(-20).join(' '));
  } catch {
    // A browser that keeps nothing: it is back with the next page.
  }
}

/** What was announced for everybody to see. Without it the chat is as good, so nothing is said where it cannot be had. */
export function NewsBox() {
  const { chat, texts } = useSurroundings();
  const [items, setItems] = useState<readonly BannerAnnouncement[]>([]);
  useEffect(() => {
    chat.api
      .call<ResponseOf<(typeof announcementEndpoints)['banner']>>(
        'GET',
        `/account/announcement-banner?locale=${texts.locale}`,
      )
      .then(
        (found) => setItems(found.items.filter((it) => !hidden().includes(nameOf(it)))),
        () => {},
      );
  }, [texts.locale]);
  return (
    <div role="status">
      {items.map((it) => (
        <p key={it.id} class="notice news">
          <span class="grow" lang={it.locale} dir="auto">
            {it.url === null ? (
              it.title
            ) : (
              <a href={it.url} target="_blank" rel="noopener">
                {it.title}
              </a>
            )}
          </span>
          <button
            type="button"
            class="notice-button"
            onClick={() => {
              hide(it);
              setItems(items.filter((other) => other !== it));
            }}
          >
            {texts.t('notice.dismiss')}
          </button>
        </p>
      ))}
    </div>
  );
}
