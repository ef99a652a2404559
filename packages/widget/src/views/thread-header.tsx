import type { CustomerConversation, Topic } from '@fairlead/contract';
import { languageList } from '../text/texts.ts';
import { CloseButton } from './close-button.tsx';
import { useChatState, useSurroundings } from './context.ts';
import { Icon } from './icon.tsx';
import { OptionsMenu } from './options-menu.tsx';

interface Props {
  /** Absent before the first message. */
  conversation: CustomerConversation | undefined;
  topic: Topic | null;
}

/** Who answers, and how long it takes. */
export function ThreadHeader({ conversation, topic }: Props) {
  const { chat, texts } = useSurroundings();
  const { t, wire, locale } = texts;
  const organisation = useChatState((state) => state.config?.organisation);
  const subject = conversation?.topic ?? topic;
  const title =
    conversation?.agent?.name ??
    (conversation?.state === 'bot'
      ? t('thread.assistant')
      : subject
        ? wire(`topic.${subject}`)
        : ((conversation && organisation) ?? t('home.new')));
  return (
    <header class="bar">
      <button
        type="button"
        class="icon-button"
        aria-label={t('thread.back')}
        onClick={() => chat.show({ name: 'home' })}
      >
        <Icon name="back" />
      </button>
      <div class="grow bar-title">
        <h1 tabIndex={-1} data-focus="calm">
          {title}
        </h1>
        {conversation && <p>{standing(conversation)}</p>}
      </div>
      <OptionsMenu />
      <CloseButton />
    </header>
  );

  function standing({ state, agent, expectedMinutes }: CustomerConversation): string {
    if (state === 'closed') return t('state.closed');
    if (agent)
      return agent.languages.length > 0
        ? t('thread.languages', { languages: languageList(locale, agent.languages) })
        : '';
    if (state === 'bot') return '';
    return expectedMinutes === null ? t('state.waiting') : t('thread.expected', { minutes: expectedMinutes });
  }
}
