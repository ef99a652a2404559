import type { AssistantTrace } from '@fairlead/contract';
import { useT } from '../../../i18n/i18n.tsx';
import { CopyText } from '../../../ui/copy-text.tsx';
import { entityName } from './trace-words.ts';

/** What a customer named, each with what it is; what is long is shortened in the middle and copied whole. */
export function EntityChips({ entities }: { entities: AssistantTrace['entities'] }) {
  const t = useT();
  return (
    <ul className="flex flex-wrap gap-1">
      {entities.map(({ name, value }) => (
        <li
          key={`${name} ${value}`}
          className="inline-flex max-w-full items-center gap-1 rounded-md bg-sunken ps-1.5 text-xs ring-1 ring-line ring-inset"
        >
          <span className="shrink-0 text-ink-3" title={name}>
            {entityName(t, name)}
          </span>
          <CopyText value={value} keep={14} />
        </li>
      ))}
    </ul>
  );
}
