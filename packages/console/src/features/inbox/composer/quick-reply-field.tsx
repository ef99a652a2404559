import { maximumQuickReplies, maximumQuickReplyLength } from '@fairlead/contract';
import { useT } from '../../../i18n/i18n.tsx';
import { Field } from '../../../ui/field.tsx';
import { TagInput } from '../../../ui/tag-input.tsx';

interface QuickReplyFieldProps {
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** It was just asked for: writing goes on here. */
  autoFocus: boolean;
}

/** Where the answers are entered that the customer can choose from. */
export function QuickReplyField({ value, onChange, autoFocus }: QuickReplyFieldProps) {
  const t = useT();
  return (
    <Field
      label={t('inbox.quick_replies')}
      hint={t('inbox.quick_replies.hint', { maximum: maximumQuickReplies })}
      className="px-3 pb-2"
    >
      <TagInput
        value={[...value]}
        onChange={onChange}
        placeholder={t('inbox.quick_replies.placeholder')}
        maximumLength={maximumQuickReplyLength}
        maximumCount={maximumQuickReplies}
        // An answer may be a sentence.
        byComma={false}
        autoFocus={autoFocus}
      />
    </Field>
  );
}
