import { type PolicyBody, type SlaKind, type SlaTarget, slaKinds } from '@fairlead/contract';
import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { Select } from '../../../ui/select.tsx';
import { inUnit, type TimeUnit, timeUnits } from './time-units.ts';

type Targets = PolicyBody['targets'];

const usual: Record<SlaKind, SlaTarget> = {
  first_response: { minutes: 60, pauses: [] },
  next_response: { minutes: 240, pauses: [] },
  update: { minutes: 1440, pauses: ['pending'] },
  resolution: { minutes: 1440, pauses: ['pending'] },
};
/** The most that is promised: a year. */
const longest = 525_600;

/** What a policy promises, each with its time and the statuses in which it stands still. */
export function TargetFields({ value, onChange }: { value: Targets; onChange: (value: Targets) => void }) {
  const t = useT();
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-base font-semibold">{t('sla.targets')}</legend>
      {slaKinds.map((kind) => {
        const { [kind]: target, ...others } = value;
        return (
          <div key={kind} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line pb-2">
            <div className="min-w-40 flex-1">
              <Checkbox
                checked={target !== undefined}
                onChange={(on) => onChange(on ? { ...value, [kind]: usual[kind] } : others)}
                label={t(`sla.kind.${kind}`)}
                hint={t(`sla.kind.${kind}.hint`)}
              />
            </div>
            {target && (
              <TargetTime
                kind={kind}
                target={target}
                onChange={(next) => onChange({ ...value, [kind]: next })}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

interface TargetTimeProps {
  kind: SlaKind;
  target: SlaTarget;
  onChange: (target: SlaTarget) => void;
}

function TargetTime({ kind, target, onChange }: TargetTimeProps) {
  const t = useT();
  const [unit, setUnit] = useState<TimeUnit>(inUnit(target.minutes).unit);
  const of = t(`sla.kind.${kind}`);
  const set = (count: number, next: TimeUnit) => {
    setUnit(next);
    onChange({ ...target, minutes: Math.min(Math.max(1, Math.round(count * timeUnits[next])), longest) });
  };
  const count = target.minutes / timeUnits[unit];
  const pause = (status: 'pending' | 'on_hold', on: boolean) =>
    onChange({
      ...target,
      pauses: on ? [...target.pauses, status] : target.pauses.filter((it) => it !== status),
    });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <NumberInput
        label={t('sla.target.time', { kind: of })}
        value={count}
        onChange={(next) => set(next, unit)}
        min={1}
        max={Math.floor(longest / timeUnits[unit])}
      />
      <Select
        label={t('sla.target.unit', { kind: of })}
        value={unit}
        onChange={(next) => set(Math.max(1, Math.round(count)), next)}
        options={(['minutes', 'hours', 'days'] as const).map((it) => ({
          value: it,
          label: t(`sla.unit.${it}`),
        }))}
        className="w-28!"
      />
      <span role="group" aria-label={t('sla.target.pauses', { kind: of })} className="flex flex-wrap gap-x-3">
        {(['pending', 'on_hold'] as const).map((status) => (
          <Checkbox
            key={status}
            checked={target.pauses.includes(status)}
            onChange={(on) => pause(status, on)}
            label={t(`sla.target.pause.${status}`)}
          />
        ))}
      </span>
    </div>
  );
}
