import type { Conversation, Message } from '@fairlead/contract';
import { Globe, ListChecks, MessageSquareReply, SendHorizontal, StickyNote } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { customerName } from '../../customers/customer-name.ts';
import { TranslateReply } from '../../translation/translate-reply.tsx';
import { DraftStrip } from '../drafts/draft-strip.tsx';
import { ShareDraftButton } from '../drafts/share-draft-button.tsx';
import { useInboxPreference } from '../inbox-preferences.ts';
import type { Outgoing } from '../outbox/outgoing.ts';
import { useTakeBack } from '../outbox/use-take-back.ts';
import { ArrivedStrip } from './arrived-strip.tsx';
import { AttachButton } from './attach-button.tsx';
import { ComposerMenu } from './composer-menu.tsx';
import { type DraftPart, isSendable, type MessageKind } from './draft-store.ts';
import { FileTray } from './file-tray.tsx';
import { LanguageLine } from './language-line.tsx';
import { LetterFields } from './letter-fields.tsx';
import { LetterSignature } from './letter-signature.tsx';
import { MacroChips } from './macro-chips.tsx';
import { MessageField } from './message-field.tsx';
import { PlaceStrip } from './place-strip.tsx';
import { PrivateLinkStrip } from './private-link-strip.tsx';
import { quickReplyChannels } from './quick-reply-channels.ts';
import { QuickReplyField } from './quick-reply-field.tsx';
import { useAddFiles } from './use-add-files.ts';
import { usePublicChoice } from './use-public-choice.ts';
import { useReplyLetter } from './use-reply-letter.ts';
import { useSubmit } from './use-submit.ts';
import { useTyping } from './use-typing.ts';
import { useDraft, useDrafts, useTray } from './writing.tsx';

interface ComposerProps {
  conversation: Conversation;
  messages: readonly Message[];
  outgoing: readonly Outgoing[];
  seenSeq: RefObject<number>;
  field: RefObject<HTMLTextAreaElement | null>;
  /** A closed conversation takes notes only. */
  noteOnly: boolean;
}

/** Where agents write: a reply to the customer or a note for colleagues, never to be mistaken for each other. */
export function Composer({ conversation, messages, outgoing, seenSeq, field, noteOnly }: ComposerProps) {
  const t = useT();
  const { id } = conversation;
  const drafts = useDrafts();
  const draft = useDraft(id);
  const kind: MessageKind = noteOnly ? 'note' : draft.kind;
  const part = draft[kind];
  const { tray, items } = useTray();
  const { typed, stopped } = useTyping(id);
  const takeBack = useTakeBack();
  const addFiles = useAddFiles(id, kind);
  const letter = useReplyLetter(conversation, messages, kind, part);
  const choice = usePublicChoice(conversation, messages);
  const publicOn = kind === 'text' ? choice.publicOn : null;
  const { ready, uploading, excess, open, submit } = useSubmit(id, kind, seenSeq, letter, publicOn);
  const answers = useQuickReplies(kind, part, conversation);
  const uploads = items.filter((item) => item.conversationId === id && item.kind === kind);

  const write = (change: Partial<DraftPart>) => {
    drafts.write(id, kind, change, seenSeq.current);
    if (kind === 'text' && change.text) typed();
  };
  const send = (translated: Parameters<typeof submit>[0] = null) => {
    if (submit(translated)) {
      stopped();
      answers.close();
      // The next one is for the customer again.
      choice.choose(false);
    }
    field.current?.focus();
  };
  const note = kind === 'note';
  const name = customerName(t, conversation.customer);
  return (
    <div
      className={cx(
        'mx-3 mb-3 rounded-lg border transition-colors focus-within:outline-2 focus-within:-outline-offset-1 max-sm:mx-2 max-sm:mb-2',
        note
          ? 'border-note-line bg-note-soft focus-within:outline-note-line'
          : 'border-line-control bg-surface focus-within:outline-accent-text',
      )}
    >
      <DraftStrip conversationId={id} kind={kind} />
      {!note && (
        <ArrivedStrip
          messages={messages}
          since={part.seenSeq}
          onSeen={() => write({ seenSeq: messages.at(-1)?.seq ?? seenSeq.current })}
        />
      )}
      {!note && (
        <PlaceStrip
          conversation={conversation}
          answered={messages.findLast((it) => it.author.type === 'customer')?.seq ?? 0}
          text={part.text}
          onInvite={(text) => {
            write({ text: [part.text, text].filter((it) => it !== '').join('\n') });
            field.current?.focus();
          }}
        />
      )}
      {(!note || noteOnly) && (
        <PrivateLinkStrip
          conversation={conversation}
          messages={messages}
          choice={note ? null : choice}
          text={part.text}
          onInvite={(text) => {
            write({ text: [part.text, text].filter((it) => it !== '').join('\n') });
            field.current?.focus();
          }}
        />
      )}
      <div className="flex items-center gap-3 px-2 pt-2">
        {noteOnly ? (
          <span className="flex items-center gap-1.5 px-1 text-sm font-medium">
            <StickyNote className="size-4" aria-hidden />
            {t('inbox.composer.note')}
          </span>
        ) : (
          <KindChoice
            kind={kind}
            onChange={(next) => drafts.choose(id, next)}
            onDone={() => field.current?.focus()}
          />
        )}
        {note ? (
          <span className="min-w-0 truncate text-xs text-ink-3">{t('inbox.composer.note.who')}</span>
        ) : (
          <>
            {conversation.channel === 'email' && (
              <span className="shrink-0 text-xs text-ink-2">{t('inbox.letter.writes')}</span>
            )}
            <LanguageLine conversation={conversation} />
          </>
        )}
      </div>
      {letter.asked && <LetterFields letter={letter} onChange={(copies) => write({ letter: copies })} />}
      <MessageField
        conversationId={id}
        locale={conversation.locale}
        kind={kind}
        part={part}
        label={note ? t('inbox.composer.note.label') : t('inbox.composer.reply.label', { name })}
        placeholder={
          note ? t('inbox.composer.note.placeholder') : t('inbox.composer.reply.placeholder', { name })
        }
        field={field}
        onWrite={write}
        onSubmit={() => send()}
        onUndo={() => {
          const last = outgoing.findLast((item) => item.state === 'held');
          if (last) takeBack(last.key);
        }}
        onFiles={addFiles}
      />
      {letter.draft && <LetterSignature text={letter.draft.signature} locale={conversation.locale} />}
      <FileTray
        attachments={part.attachments}
        uploads={uploads}
        onRemove={(file) => write({ attachments: part.attachments.filter((other) => other.id !== file) })}
        onCancel={(upload) => tray.cancel(upload)}
        onResume={(upload) => tray.resume(upload)}
      />
      <MacroChips macros={part.macros} onChange={(macros) => write({ macros })} />
      {answers.shown && (
        <QuickReplyField
          value={part.quickReplies}
          onChange={(quickReplies) => write({ quickReplies })}
          autoFocus={answers.asked}
        />
      )}
      <div className="flex items-center gap-1 px-2 pb-2">
        <AttachButton onFiles={addFiles} />
        {answers.possible && (
          <IconButton
            size="sm"
            side="top"
            label={t('inbox.quick_replies')}
            icon={<ListChecks />}
            aria-expanded={answers.shown}
            // What is going to be sent cannot be hidden.
            disabled={part.quickReplies.length > 0}
            onClick={answers.toggle}
          />
        )}
        <ShareDraftButton conversationId={id} kind={kind} />
        <ComposerMenu />
        <span className="ms-auto flex items-center gap-2">
          <SendHint
            excess={excess}
            open={open}
            uploading={uploading}
            unasked={part.quickReplies.length > 0 && !isSendable(part)}
          />
          {!note && (
            <TranslateReply
              conversation={conversation}
              text={part.text}
              replies={part.quickReplies}
              ready={ready}
              onSend={send}
            />
          )}
          <Button
            variant={note ? 'secondary' : publicOn ? 'danger' : 'primary'}
            icon={
              note ? <StickyNote /> : publicOn ? <Globe /> : <SendHorizontal className="rtl:-scale-x-100" />
            }
            disabled={!ready}
            onClick={() => send()}
          >
            {note
              ? t('inbox.composer.note.add')
              : publicOn
                ? t('inbox.goes.send', { platform: t(`inbox.channel.${publicOn}`) })
                : t('inbox.composer.send')}
          </Button>
        </span>
      </div>
    </div>
  );
}

/** Whether the field for answers to choose from stands below the reply: once it was asked for, and while there are any. */
function useQuickReplies(kind: MessageKind, part: DraftPart, { channel }: Conversation) {
  const [asked, setAsked] = useState(false);
  const possible = kind === 'text' && quickReplyChannels.includes(channel);
  return {
    possible,
    asked,
    shown: possible && (asked || part.quickReplies.length > 0),
    toggle: () => setAsked((now) => !now),
    close: () => setAsked(false),
  };
}

function KindChoice(props: { kind: MessageKind; onChange: (kind: MessageKind) => void; onDone: () => void }) {
  const t = useT();
  return (
    <Segmented
      label={t('inbox.composer.kind')}
      value={props.kind}
      onChange={(kind) => {
        props.onChange(kind);
        requestAnimationFrame(props.onDone);
      }}
      options={[
        {
          value: 'text',
          label: (
            <>
              <MessageSquareReply aria-hidden />
              {t('inbox.composer.reply')}
            </>
          ),
        },
        {
          value: 'note',
          label: (
            <>
              <StickyNote aria-hidden />
              {t('inbox.composer.note')}
            </>
          ),
        },
      ]}
      className="shrink-0"
    />
  );
}

interface SendHintProps {
  excess: number;
  /** Placeholders that nobody has filled in. */
  open: readonly string[];
  uploading: boolean;
  unasked: boolean;
}

/** Why it cannot be sent yet, or the keys that send. */
function SendHint({ excess, open, uploading, unasked }: SendHintProps) {
  const t = useT();
  const format = useFormat();
  const [sendWith] = useInboxPreference('sendWith');
  if (excess > 0) {
    return (
      <span className="text-xs text-danger-text">
        {t('inbox.composer.too_long', { count: format.number(excess) })}
      </span>
    );
  }
  const [first] = open;
  if (first) {
    return (
      <span role="status" className="text-xs text-danger-text">
        {t('macros.open', { placeholder: `{${first}}` })}
      </span>
    );
  }
  if (unasked) return <span className="text-xs text-ink-3">{t('inbox.quick_replies.unasked')}</span>;
  if (uploading) return <span className="text-xs text-ink-3">{t('inbox.composer.uploading')}</span>;
  return (
    <span className="pointer-coarse:hidden max-lg:hidden">
      <Kbd keys={sendWith === 'enter' ? 'enter' : 'mod+enter'} />
    </span>
  );
}
