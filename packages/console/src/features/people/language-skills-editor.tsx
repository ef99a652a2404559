import type { Agent } from '@fairlead/contract';
import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { servedLanguages } from './served-languages.ts';

type LanguageSkill = Agent['languages'][number];
const levels = [1, 2, 3] as const;

interface LanguageSkillsEditorProps {
  value: LanguageSkill[];
  onChange: (value: LanguageSkill[]) => void;
}

/** The languages an agent answers in, each with how well. */
export function LanguageSkillsEditor({ value, onChange }: LanguageSkillsEditorProps) {
  const t = useT();
  const format = useFormat();
  const id = useId();
  const free = servedLanguages.filter((language) => !value.some((skill) => skill.language === language));
  const setLevel = (language: string, level: LanguageSkill['level']) =>
    onChange(value.map((skill) => (skill.language === language ? { language, level } : skill)));

  return (
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-hint`}>
      <p id={`${id}-label`} className="text-sm font-medium">
        {t('people.languages')}
      </p>
      <p id={`${id}-hint`} className="text-sm text-ink-3">
        {t('people.languages.hint')}
      </p>
      <ul className="mt-2 flex flex-col gap-2">
        {value.map(({ language, level }) => {
          const name = format.language(language);
          return (
            <li key={language} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="w-32 truncate max-sm:w-full">{name}</span>
              <Segmented
                label={t('people.level.of', { language: name })}
                value={String(level) as '1' | '2' | '3'}
                onChange={(next) => setLevel(language, Number(next) as LanguageSkill['level'])}
                options={levels.map((option) => ({
                  value: String(option) as '1' | '2' | '3',
                  label: t(`people.level.${option}`),
                }))}
              />
              <IconButton
                size="sm"
                label={t('people.languages.remove', { language: name })}
                icon={<X />}
                onClick={() => onChange(value.filter((skill) => skill.language !== language))}
              />
            </li>
          );
        })}
      </ul>
      {free.length > 0 && value.length < 20 && (
        <div className="mt-2">
          <Menu
            trigger={
              <Button size="sm" icon={<Plus />}>
                {t('people.languages.add')}
              </Button>
            }
          >
            {free.map((language) => (
              <MenuItem key={language} onSelect={() => onChange([...value, { language, level: 2 }])}>
                {format.language(language)}
              </MenuItem>
            ))}
          </Menu>
        </div>
      )}
    </div>
  );
}
