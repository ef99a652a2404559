import { languageOf } from '@fairlead/contract/locale';
import type { ComponentChildren } from 'preact';
import { languageList } from '../text/texts.ts';
import { CloseButton } from './close-button.tsx';
import { useChatState, useSurroundings } from './context.ts';
import { ConversationCard } from './conversation-card.tsx';
import { Help } from './help.tsx';
import { Icon } from './icon.tsx';
import { OptionsMenu } from './options-menu.tsx';

/** The overview: who is there, what it may be about, and what was talked about before. */
export function HomeView({ notices }: { notices: ComponentChildren }) {
  const { chat, texts } = useSurroundings();
  const { t, wire } = texts;
  const config = useChatState((state) => state.config);
  const threads = useChatState((state) => state.talk.threads);
  const known = Object.values(threads).sort((a, b) =>
    b.conversation.lastActivityAt.localeCompare(a.conversation.lastActivityAt),
  );
  const begun = useChatState((state) => state.talk.pending.some((it) => it.conversationId === null));
  // Whatever is written now joins the conversation that is open, or about to be: another topic would lead nowhere.
  const current = known.find(({ conversation }) => conversation.state !== 'closed');
  return (
    <>
      <header class="bar bar-bare">
        <strong class="grow organisation">{config?.organisation}</strong>
        <OptionsMenu />
        <CloseButton />
      </header>
      {notices}
      <main class="home">
        <h1 tabIndex={-1} data-focus="calm">
          {t('home.greeting')}
        </h1>
        <Availability languages={config?.languagesOnline ?? []} />
        <Help />
        {known.length > 0 && (
          <section>
            <h2>{t('home.continue')}</h2>
            <ul class="cards">
              {known.map((thread) => (
                <li key={thread.conversation.id}>
                  <ConversationCard thread={thread} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {current || begun ? (
          <button
            type="button"
            class="button button-wide"
            onClick={() => chat.show({ name: 'thread', id: current?.conversation.id ?? null, topic: null })}
          >
            <Icon name="write" />
            {t('home.resume')}
          </button>
        ) : (
          <section>
            {config && config.topics.length > 0 && (
              <>
                <h2>{t('home.topics')}</h2>
                <ul class="topics">
                  {config.topics.map((topic) => (
                    <li key={topic}>
                      <button type="button" onClick={() => chat.show({ name: 'thread', id: null, topic })}>
                        {wire(`topic.${topic}`)}
                      </button>
                    </li>
                  ))}
                </ul>
              </>
            )}
            <button
              type="button"
              class="button button-wide"
              onClick={() => chat.show({ name: 'thread', id: null, topic: null })}
            >
              <Icon name="write" />
              {t('home.new')}
            </button>
          </section>
        )}
        <p class="safety">{t('home.safety')}</p>
      </main>
    </>
  );
}

/** Who answers now. */
function Availability({ languages }: { languages: readonly string[] }) {
  const { texts } = useSurroundings();
  const { t, locale } = texts;
  if (languages.length === 0) return <p class="availability">{t('home.offline')}</p>;
  const own = languages.some((it) => languageOf(it) === languageOf(locale));
  return (
    <p class="availability">
      <i class="dot" />
      {own && languages.length === 1
        ? t('home.onlineYours')
        : t('home.online', { languages: languageList(locale, languages) })}
    </p>
  );
}
