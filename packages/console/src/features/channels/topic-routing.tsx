import { topics as allTopics, type Team, type Topic } from '@fairlead/contract';
import { useT } from '../../i18n/i18n.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';

/** Stands for the default team among the choices; never sent. */
const byDefault = 'default';

interface TopicRoutingProps {
  /** Customers choose one before they write; elsewhere their words tell. */
  chosen: boolean;
  topics: readonly Topic[];
  teams: Partial<Record<Topic, string>>;
  all: readonly Team[];
  readOnly: boolean;
  onChange: (topics: Topic[], teams: Partial<Record<Topic, string>>) => void;
}

/** The topics of an inbox, and the team that each leads to. */
export function TopicRouting({ chosen, topics, teams, all, readOnly, onChange }: TopicRoutingProps) {
  const t = useT();
  const toggle = (topic: Topic, on: boolean) =>
    onChange(
      allTopics.filter((one) => (one === topic ? on : topics.includes(one))),
      Object.fromEntries(Object.entries(teams).filter(([one]) => one !== topic || on)),
    );
  const lead = (topic: Topic, teamId: string) => {
    const rest = Object.fromEntries(Object.entries(teams).filter(([one]) => one !== topic));
    onChange([...topics], teamId === byDefault ? rest : { ...rest, [topic]: teamId });
  };
  const options = [
    { value: byDefault, label: t('channels.topic.default') },
    ...all.map((team) => ({ value: team.id, label: team.name })),
  ];
  return (
    <div role="group" aria-label={t('channels.topics')} className="mt-5">
      <p className="text-sm font-medium">{t('channels.topics')}</p>
      <p className="text-sm text-ink-3">{t(chosen ? 'channels.topics.hint' : 'channels.topics.heard')}</p>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {allTopics.map((topic) => {
          const on = topics.includes(topic);
          const name = t(`topic.${topic}`);
          return (
            <li key={topic} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1">
              <Checkbox
                className="flex-1 basis-44"
                checked={on}
                onChange={(next) => toggle(topic, next)}
                label={name}
                disabled={readOnly}
              />
              <Select
                quiet
                label={t('channels.topic.team', { topic: name })}
                value={teams[topic] ?? byDefault}
                onChange={(teamId) => lead(topic, teamId)}
                options={options}
                disabled={readOnly || !on}
                className="w-60"
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
