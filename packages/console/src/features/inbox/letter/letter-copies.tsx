import type { LetterCopies as Copies } from '@fairlead/contract';
import { useT } from '../../../i18n/i18n.tsx';

/** Who got a copy of a letter of ours, and the subject that it was given. */
export function LetterCopies({ letter: { cc, bcc, subject } }: { letter: Copies }) {
  const t = useT();
  const lines = [
    subject !== null && t('inbox.letter.subject', { subject }),
    cc.length > 0 && t('inbox.letter.cc', { addresses: cc.join(', ') }),
    bcc.length > 0 && t('inbox.letter.bcc', { addresses: bcc.join(', ') }),
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return (
    <div className="border-t border-line-2 pt-1.5 text-xs [overflow-wrap:anywhere] text-ink-2">
      {lines.map((line) => (
        <p key={line} dir="auto">
          {line}
        </p>
      ))}
    </div>
  );
}
