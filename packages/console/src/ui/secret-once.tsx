import { TriangleAlert } from 'lucide-react';
import { CopyButton } from './copy-button.tsx';
import { Input } from './input.tsx';

/** A secret in the only moment in which it can be seen, to be copied. */
export function SecretOnce({ label, warning, secret }: { label: string; warning: string; secret: string }) {
  return (
    <>
      <p className="flex gap-2 rounded-md bg-warning-soft px-3 py-2 text-warning-text">
        <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
        {warning}
      </p>
      <div className="flex flex-wrap gap-2">
        <Input
          mono
          readOnly
          aria-label={label}
          value={secret}
          onFocus={(event) => event.target.select()}
          className="min-w-0 flex-1 basis-64"
        />
        <CopyButton text={secret} />
      </div>
    </>
  );
}
