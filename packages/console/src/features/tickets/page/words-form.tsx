import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { FormError } from '../../../ui/form-error.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { AttachButton } from '../../inbox/composer/attach-button.tsx';
import { type DraftPart, isSendable, type MessageKind } from '../../inbox/composer/draft-store.ts';
import { FileTray } from '../../inbox/composer/file-tray.tsx';
import { useAddFiles } from '../../inbox/composer/use-add-files.ts';
import { useDraft, useDrafts, useTray } from '../../inbox/composer/writing.tsx';
import { DropTarget } from '../../inbox/thread/drop-target.tsx';

interface WordsFormProps {
  /** Under which what is begun is kept, and as what. */
  draftId: string;
  kind: MessageKind;
  label: string;
  placeholder: string;
  maximumLength: number;
  /** Much is going to be written. */
  roomy?: boolean;
  /** Who is going to read it. */
  who: string;
  action: { label: string; icon: ReactNode };
  sending: { isPending: boolean; error: Error | null };
  onSend: (part: DraftPart) => void;
  /** False while something else is missing. */
  valid?: boolean;
  /** Files alone say nothing. */
  needsText?: boolean;
  /** More to fill in, above the words. */
  children?: ReactNode;
}

/** Words with files on a ticket; what is begun is kept across reloads. Ctrl or ⌘ + Enter sends. */
export function WordsForm(props: WordsFormProps) {
  const { draftId, kind, sending, onSend, valid = true, needsText = false } = props;
  const drafts = useDrafts();
  const part = useDraft(draftId)[kind];
  const { tray, items } = useTray();
  const addFiles = useAddFiles(draftId, kind);
  const uploads = items.filter((item) => item.conversationId === draftId && item.kind === kind);
  const write = (change: Partial<DraftPart>) => drafts.write(draftId, kind, change, null);
  const says = needsText ? part.text.trim() !== '' : isSendable(part);
  const ready = valid && says && uploads.length === 0 && !sending.isPending;
  const submit = () => {
    if (ready) onSend(part);
  };
  return (
    <div className="mx-3 mb-3 flex shrink-0 flex-col">
      <DropTarget enabled onFiles={addFiles}>
        <form
          className={cx(
            'flex flex-col gap-2 rounded-lg border p-2',
            kind === 'note' ? 'border-note-line bg-note-soft' : 'border-line-control bg-surface',
          )}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          {props.children}
          <Textarea
            rows={2}
            className={props.roomy ? 'min-h-40' : undefined}
            aria-label={props.label}
            placeholder={props.placeholder}
            maxLength={props.maximumLength}
            value={part.text}
            disabled={sending.isPending}
            onChange={(event) => write({ text: event.currentTarget.value })}
            onPaste={(event) => {
              const files = [...event.clipboardData.files];
              if (files.length === 0) return;
              event.preventDefault();
              addFiles(files);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
                event.preventDefault();
                submit();
              }
            }}
          />
          <FileTray
            attachments={part.attachments}
            uploads={uploads}
            onRemove={(file) => write({ attachments: part.attachments.filter(({ id }) => id !== file) })}
            onCancel={(upload) => tray.cancel(upload)}
            onResume={(upload) => tray.resume(upload)}
          />
          <FormError error={sending.error} />
          <div className="flex items-center gap-2">
            <AttachButton onFiles={addFiles} />
            <span className="min-w-0 flex-1 text-xs text-ink-3">{props.who}</span>
            <Button type="submit" icon={props.action.icon} loading={sending.isPending} disabled={!ready}>
              {props.action.label}
            </Button>
          </div>
        </form>
      </DropTarget>
    </div>
  );
}
