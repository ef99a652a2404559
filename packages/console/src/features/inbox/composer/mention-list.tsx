import type { Agent } from '@fairlead/contract';
import { useT } from '../../../i18n/i18n.tsx';
import { Avatar } from '../../../ui/avatar.tsx';
import { cx } from '../../../ui/cx.ts';

interface MentionListProps {
  id: string;
  agents: readonly Agent[];
  active: string;
  onActive: (index: number) => void;
  onChoose: (agent: Agent) => void;
}

/** The colleagues that an `@` may mean. The focus stays in the text; the text says which one is active. */
export function MentionList({ id, agents, active, onActive, onChoose }: MentionListProps) {
  const t = useT();
  return (
    <ul
      id={id}
      role="listbox"
      aria-label={t('inbox.mention')}
      className="absolute start-2 bottom-full z-10 mb-1 w-64 rounded-lg bg-raised p-1 shadow-pop"
    >
      {agents.map((agent, index) => (
        <li
          key={agent.id}
          id={`${id}-${agent.id}`}
          role="option"
          aria-selected={agent.id === active}
          onPointerMove={() => onActive(index)}
          // Before the text loses the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(agent);
          }}
          className={cx(
            'flex min-h-8 items-center gap-2 rounded-md px-2 py-1',
            agent.id === active && 'bg-hover',
          )}
        >
          <Avatar name={agent.name} hue={agent.avatarHue} size="sm" presence={agent.presence} />
          <span className="truncate">{agent.name}</span>
        </li>
      ))}
    </ul>
  );
}
