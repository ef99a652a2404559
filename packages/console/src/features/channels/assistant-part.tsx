import { useT } from '../../i18n/i18n.tsx';
import { Segmented } from '../../ui/segmented.tsx';

const parts = ['off', 'draft', 'answer'] as const;

interface AssistantPartProps {
  assistant: boolean;
  drafts: boolean;
  /** Otherwise letters, or forms of the portal. */
  onPlatform: boolean;
  onChange: (part: { assistant: boolean; drafts: boolean }) => void;
  disabled: boolean;
}

/** What the assistant does where people answer: nothing, drafts, or answers. */
export function AssistantPart({ assistant, drafts, onPlatform, onChange, disabled }: AssistantPartProps) {
  const t = useT();
  const part = assistant ? 'answer' : drafts ? 'draft' : 'off';
  const answers = onPlatform ? 'channels.assistant.answer.platform' : 'channels.assistant.answer.letters';
  const hints = {
    off: 'channels.assistant.off.hint',
    draft: 'channels.assistant.draft.hint',
    answer: answers,
  } as const;
  return (
    <div className="flex flex-col items-start gap-2 border-t border-line pt-4">
      <span className="text-sm font-medium">{t('channels.assistant.part')}</span>
      <Segmented
        label={t('channels.assistant.part')}
        value={part}
        onChange={(next) => onChange({ assistant: next === 'answer', drafts: next !== 'off' })}
        options={parts.map((value) => ({ value, label: t(`channels.assistant.${value}`) }))}
        disabled={disabled}
      />
      <p className="text-sm text-ink-2">{t(hints[part])}</p>
    </div>
  );
}
