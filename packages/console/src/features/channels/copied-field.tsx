import { CopyButton } from '../../ui/copy-button.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';

/** A text to be taken elsewhere as it is. */
export function CopiedField({ label, text }: { label: string; text: string }) {
  return (
    <Field label={label}>
      <div className="flex flex-wrap gap-2">
        <Input
          mono
          readOnly
          value={text}
          onFocus={(event) => event.target.select()}
          className="min-w-0 flex-1 basis-64"
        />
        <CopyButton text={text} />
      </div>
    </Field>
  );
}
