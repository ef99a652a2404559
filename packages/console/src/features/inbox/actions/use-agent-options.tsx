import type { Agent } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { agentsQuery } from '../../../queries.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import type { PickerOption } from './picker.tsx';
import { rankAgents } from './rank-agents.ts';

interface AgentOptions {
  options: PickerOption[];
  nameOf: (id: string) => string;
}

/** The colleagues a conversation in a language could go to, drawn with presence, languages and load. */
export function useAgentOptions(
  language: string,
  except: string | null,
  chosen: string | null,
): AgentOptions {
  const { data: agents = [] } = useQuery(agentsQuery);
  const ranked = rankAgents(agents, language).filter((agent) => agent.id !== except);
  return {
    options: ranked.map((agent) => ({
      id: agent.id,
      name: agent.name,
      content: <AgentLine agent={agent} language={language} chosen={agent.id === chosen} />,
    })),
    nameOf: (id) => agents.find((agent) => agent.id === id)?.name ?? '',
  };
}

function AgentLine({ agent, language, chosen }: { agent: Agent; language: string; chosen: boolean }) {
  const t = useT();
  const format = useFormat();
  const speaks = agent.languages.some((skill) => skill.language === language);
  return (
    <>
      <Avatar name={agent.name} hue={agent.avatarHue} size="sm" presence={agent.presence} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{agent.name}</span>
        <span className="block truncate text-xs text-ink-3">
          {t(`ui.presence.${agent.presence}`)}
          {' · '}
          {speaks
            ? t('inbox.agent.speaks', { language: format.language(language) })
            : t('inbox.agent.speaks_not', { language: format.language(language) })}
        </span>
      </span>
      <span className="shrink-0 text-xs text-ink-3">
        {t('inbox.agent.load', { load: agent.load, capacity: agent.capacity.chat })}
      </span>
      {chosen && <Check className="size-4 shrink-0 text-accent-text" aria-hidden />}
    </>
  );
}
