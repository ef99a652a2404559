import type { Agent, Locale } from '@fairlead/contract';
import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useState } from 'react';
import { useMe } from '../../../session.tsx';
import { ArticleMenu } from '../../articles/article-menu.tsx';
import { useArticleMenu } from '../../articles/use-article-menu.ts';
import { MacroMenu } from '../../macros/macro-menu.tsx';
import { useMacroMenu } from '../../macros/use-macro-menu.ts';
import { useInboxPreference } from '../inbox-preferences.ts';
import { useAgentsById } from '../use-agents-by-id.ts';
import type { DraftPart, MessageKind } from './draft-store.ts';
import { MentionList } from './mention-list.tsx';
import { type MentionQuery, mentionQuery, withMention } from './mention-query.ts';

interface MessageFieldProps {
  conversationId: string;
  /** The customer's language. */
  locale: Locale;
  kind: MessageKind;
  part: DraftPart;
  label: string;
  placeholder: string;
  field: RefObject<HTMLTextAreaElement | null>;
  onWrite: (change: Partial<DraftPart>) => void;
  onSubmit: () => void;
  /** Undo was asked for while nothing is written. */
  onUndo: () => void;
  onFiles: (files: readonly File[]) => void;
}

const shownMentions = 6;
const growsByItself = CSS.supports('field-sizing', 'content');

/** Where a message is written: grows with it, sends by the keys the agent chose, offers articles after `#` and colleagues after `@` in notes. */
export function MessageField(props: MessageFieldProps) {
  const { kind, part, label, placeholder, field, onWrite, onSubmit, onUndo, onFiles } = props;
  const [sendWith] = useInboxPreference('sendWith');
  const listId = useId();
  const [query, setQuery] = useState<MentionQuery | null>(null);
  const [active, setActive] = useState(0);
  const macros = useMacroMenu({
    conversationId: props.conversationId,
    locale: props.locale,
    part,
    field,
    onWrite,
  });
  const articles = useArticleMenu({ kind, locale: props.locale, part, field, onWrite });
  const found = useMentionable(kind === 'note' ? query : null);
  const chosen = found[Math.min(active, found.length - 1)];

  useLayoutEffect(() => {
    const { current } = field;
    if (growsByItself || !current) return;
    current.style.height = 'auto';
    current.style.height = `${part.text === '' ? 0 : current.scrollHeight}px`;
  }, [part.text, field]);

  const look = ({ value, selectionStart }: HTMLTextAreaElement) => {
    setQuery(kind === 'note' ? mentionQuery(value, selectionStart) : null);
    setActive(0);
    macros.look(kind === 'text' ? value : '', selectionStart);
    articles.look(value, selectionStart);
  };
  const mention = ({ id, name }: Agent) => {
    const { current } = field;
    if (!current || !query) return;
    const [text, caret] = withMention(part.text, query, current.selectionStart, name);
    onWrite({ text, mentions: [...part.mentions.filter((other) => other.id !== id), { id, name }] });
    setQuery(null);
    requestAnimationFrame(() => {
      current.focus();
      current.setSelectionRange(caret, caret);
    });
  };
  const pressInList = (event: KeyboardEvent): boolean => {
    if (!chosen) return false;
    if (event.key === 'ArrowDown') setActive((active + 1) % found.length);
    else if (event.key === 'ArrowUp') setActive((active + found.length - 1) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') mention(chosen);
    else if (event.key === 'Escape') setQuery(null);
    else return false;
    return true;
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // An Enter that ends a Chinese or Japanese word is not one that sends.
    if (event.nativeEvent.isComposing) return;
    const mod = event.ctrlKey || event.metaKey;
    const sends = event.key === 'Enter' && !event.shiftKey && !event.altKey && (mod || sendWith === 'enter');
    const undoes = event.key === 'z' && mod && !event.shiftKey && part.text === '';
    if (macros.press(event) || articles.press(event) || pressInList(event)) event.preventDefault();
    else if (sends) {
      event.preventDefault();
      onSubmit();
    } else if (undoes) {
      event.preventDefault();
      onUndo();
    } else if (event.key === 'Escape') event.currentTarget.blur();
  };
  const open = macros.chosen
    ? { menu: 'macros', list: macros.listId, option: macros.chosen.id }
    : articles.chosen
      ? { menu: 'articles', list: articles.listId, option: articles.chosen.slug }
      : { list: chosen && listId, option: chosen?.id };
  return (
    <div className="relative">
      {chosen && (
        <MentionList id={listId} agents={found} active={chosen.id} onActive={setActive} onChoose={mention} />
      )}
      {macros.chosen && <MacroMenu conversationId={props.conversationId} menu={macros} />}
      {open.menu === 'articles' && <ArticleMenu menu={articles} locale={props.locale} />}
      <textarea
        ref={field}
        value={part.text}
        rows={2}
        dir="auto"
        aria-label={label}
        placeholder={placeholder}
        aria-autocomplete="list"
        aria-controls={open.list}
        aria-activedescendant={open.list && `${open.list}-${open.option}`}
        onChange={(event) => {
          onWrite({ text: event.currentTarget.value });
          look(event.currentTarget);
        }}
        onSelect={(event) => look(event.currentTarget)}
        onBlur={() => {
          setQuery(null);
          macros.close();
          articles.close();
        }}
        onKeyDown={press}
        onPaste={(event) => {
          const files = [...event.clipboardData.files];
          if (files.length === 0) return;
          event.preventDefault();
          onFiles(files);
        }}
        className="block field-sizing-content max-h-[34dvh] min-h-14 w-full resize-none bg-transparent px-3 py-1.5 leading-5.5 text-ink outline-none pointer-coarse:text-lg"
      />
    </div>
  );
}

/** The colleagues whose name holds what stands after the `@`. */
function useMentionable(query: MentionQuery | null): Agent[] {
  const me = useMe().agent.id;
  const agents = useAgentsById();
  if (!query) return [];
  const wanted = query.text.toLocaleLowerCase();
  return [...agents.values()]
    .filter(
      ({ id, status, name }) => id !== me && status === 'active' && name.toLocaleLowerCase().includes(wanted),
    )
    .slice(0, shownMentions);
}
