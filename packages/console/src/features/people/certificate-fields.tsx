import type { CertifiedUntil } from '@fairlead/contract';
import { useT } from '../../i18n/i18n.tsx';
import { Input } from '../../ui/input.tsx';

interface CertificateFieldsProps {
  skills: readonly string[];
  value: CertifiedUntil;
  onChange: (value: CertifiedUntil) => void;
}

/** The last day of each skill; without one it is held for good. */
export function CertificateFields({ skills, value, onChange }: CertificateFieldsProps) {
  const t = useT();
  if (skills.length === 0) return null;
  const set = (skill: string, day: string) => {
    const { [skill]: _, ...others } = value;
    onChange(day === '' ? others : { ...others, [skill]: day });
  };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{t('people.certified')}</legend>
      <p className="text-sm text-ink-3">{t('people.certified.hint')}</p>
      {skills.map((skill) => (
        <label key={skill} className="grid items-center gap-x-3 text-sm sm:grid-cols-[12rem_minmax(0,1fr)]">
          <span className="truncate">{skill}</span>
          <Input
            type="date"
            value={value[skill] ?? ''}
            onValueChange={(day) => set(skill, day)}
            className="max-w-44"
          />
        </label>
      ))}
    </fieldset>
  );
}
