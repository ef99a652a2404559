import type { PortalField } from '@fairlead/contract';
import type { Category } from '@fairlead/contract/ticket-categories';
import { useUploads } from '@fairlead/widget/upload/uploads';
import { useRef, useState } from 'preact/hooks';
import { attemptAt } from '../../data/attempt-key.ts';
import { useDraft } from '../../data/use-draft.ts';
import { type PortalForm, useForm } from '../../data/use-form.ts';
import { Bones } from '../bones.tsx';
import { usePortal, usePortalState, useSpeech } from '../context.ts';
import { FileBox, pasteInto } from '../file-box.tsx';
import { FlowPart } from '../flow/flow-part.tsx';
import { FreezeLink } from '../freeze/freeze-link.tsx';
import { Link } from '../link.tsx';
import { Problem } from '../problem.tsx';
import { Refused } from '../refused.tsx';
import { useHoldBack } from '../shield/use-hold-back.tsx';
import { goesNowhere, TellChoice, tidied } from '../tell-choice.tsx';
import { useDeed } from '../use-deed.ts';
import { ArticlePart } from './article-part.tsx';
import { FieldInput } from './field-input.tsx';
import {
  askedFields,
  fieldsToSend,
  filledIn,
  freshDraft,
  isStory,
  missingIn,
  type TicketDraft,
} from './ticket-draft.ts';
import { WordsInput } from './words-input.tsx';

/** The form of a category, once it is known. */
export function TicketForm({ category }: { category: Category }) {
  const { value: loaded, refusal, reload } = useForm(category);
  const last = useRef<PortalForm | undefined>(undefined);
  // In another language it comes in a moment; meanwhile what is written and attached stays on screen.
  last.current = loaded ?? last.current;
  const value = last.current;
  if (!value) return refusal ? <Problem refusal={refusal} onRetry={reload} /> : <Bones />;
  return <FilledForm category={category} asks={value.fields} onOutdated={reload} />;
}

interface FilledFormProps {
  category: Category;
  asks: readonly PortalField[];
  /** What was asked is no longer what is asked. */
  onOutdated: () => void;
}

/** A form that is checked while it is filled in, and sent. */
function FilledForm({ category, asks, onOutdated }: FilledFormProps) {
  const { t, wire, locale } = useSpeech();
  const portal = usePortal();
  const person = usePortalState((state) => state.person);
  const config = usePortalState((state) => state.config);
  const [draft, change, forget] = useDraft<TicketDraft>('new', freshDraft);
  const uploads = useUploads(
    portal.chat,
    config?.maximumUploadBytes ?? 0,
    () => portal.store.get().link !== 'offline',
  );
  const { busy, refusal, run } = useDeed();
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const all = askedFields(asks, filledIn(draft));
  const asked = all.filter(({ field }) => !isStory(field));
  const story = all.find(({ field }) => isStory(field))?.field;
  const missing = missingIn(draft);
  const usual = config?.mail && person?.email ? { by: 'email' as const, address: person.email } : null;
  const tellBy = draft.telling === undefined ? usual : draft.telling;
  const wrong =
    goesNowhere(tellBy) || missing.subject || missing.text || asked.some(({ problem }) => problem !== null);

  const { holds, box } = useHoldBack<'subject' | 'text'>({
    onRemove: (name, left) => change({ [name]: left }),
    onAnyway: () => submit(true),
  });

  function submit(anyway: boolean) {
    setTried(true);
    if (wrong || !uploads.ready) {
      // After the marks have been drawn.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    void run(async () => {
      if (!anyway && (await holds({ subject: draft.subject, text: draft.text }))) return;
      const content = {
        category,
        anyway,
        subject: draft.subject.trim(),
        text: draft.text.trim(),
        fields: fieldsToSend(asks, filledIn(draft)),
        attachmentIds: uploads.files.flatMap(({ attachment }) => attachment?.id ?? []),
        tellBy: tidied(tellBy),
      };
      const attempt = attemptAt(content, draft.attempt);
      change({ attempt });
      const { id } = await portal.api
        .open({ ...content, locale, key: attempt.key })
        .catch((error: unknown) => {
          // Administrators may have changed it meanwhile.
          onOutdated();
          throw error;
        });
      forget();
      uploads.clear();
      portal.go({ at: 'ticket', id }, 'instead');
    });
  }
  return (
    <form
      class="form"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
      onPaste={pasteInto(uploads)}
    >
      <p class="chosen">
        <b>{wire(`category.${category}`)}</b>
        <Link to={{ at: 'new', category: null }}>{t('new.change')}</Link>
      </p>
      {category.startsWith('account_security') && <FreezeLink />}
      {asked.map(({ field, problem }) => (
        <FieldInput
          key={field.key}
          field={field}
          value={draft.fields[field.key] ?? ''}
          problem={problem}
          tried={tried}
          onValue={(value) => change({ fields: { ...draft.fields, [field.key]: value } })}
        />
      ))}
      <FlowPart
        category={category}
        fields={draft.fields}
        onFill={({ fields, subject }) =>
          change({ fields: { ...draft.fields, ...fields }, subject: draft.subject || subject })
        }
        onSolved={() => {
          forget();
          portal.go({ at: 'tickets', state: 'active' }, 'instead');
        }}
      />
      <WordsInput
        label={t('new.subject')}
        value={draft.subject}
        missing={missing.subject}
        tried={tried}
        longest={200}
        onValue={(subject) => change({ subject })}
      />
      <WordsInput
        label={t('new.text')}
        hint={story?.help ?? t('new.text.hint')}
        value={draft.text}
        missing={missing.text}
        tried={tried}
        longest={8000}
        rows={6}
        onValue={(text) => change({ text })}
      />
      <ArticlePart text={`${draft.subject}\n${draft.text}`} />
      <FileBox uploads={uploads} />
      <TellChoice value={tellBy} tried={tried} onValue={(telling) => change({ telling })} />
      <p class="safety">{t('home.safety')}</p>
      {tried && wrong && (
        <p class="refused" role="alert">
          {t('new.wrong')}
        </p>
      )}
      {box}
      <Refused refusal={refusal} />
      <div class="form-foot">
        <button type="submit" class="button" disabled={busy || !uploads.ready}>
          {t(busy ? 'message.sending' : 'new.send')}
        </button>
        <span class="quiet">{t('new.kept')}</span>
      </div>
    </form>
  );
}
