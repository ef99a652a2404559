import type { MissedPart } from '@fairlead/contract';
import { useT } from '../../../i18n/i18n.tsx';

/** Parts of what is expected or came, each by its name. */
export function PartList({ parts }: { parts: ReadonlyArray<{ part: MissedPart; words: string }> }) {
  const t = useT();
  return (
    <dl className="flex flex-wrap gap-x-3 gap-y-0.5 text-sm">
      {parts.map(({ part, words }) => (
        <div key={part} className="flex min-w-0 flex-wrap gap-x-1">
          <dt className="text-ink-3">{t(`assistant.example.${part}`)}</dt>
          <dd className="[overflow-wrap:anywhere]">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
