import { useId } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import type { thresholdKeys } from './threshold-rules.ts';

interface ThresholdFieldProps {
  name: (typeof thresholdKeys)[number];
  /** A share of 1. */
  value: number;
  usual: number;
  disabled: boolean;
  onChange: (value: number) => void;
}

/** One threshold as a slider, with what it means and what is usual. */
export function ThresholdField({ name, value, usual, disabled, onChange }: ThresholdFieldProps) {
  const t = useT();
  const format = useFormat();
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <span className="flex flex-wrap items-center justify-between gap-x-3">
        <label htmlFor={id} className="text-sm font-medium">
          {t(`assistant.threshold.${name}`)}
        </label>
        <span className="flex items-center gap-2 text-sm">
          {value !== usual && !disabled && (
            <Button size="sm" variant="quiet" onClick={() => onChange(usual)}>
              {t('assistant.threshold.usual', { share: format.share(usual) })}
            </Button>
          )}
          <output htmlFor={id} className="min-w-10 text-end font-medium tabular-nums">
            {format.share(value)}
          </output>
        </span>
      </span>
      <input
        id={id}
        type="range"
        min={5}
        max={99}
        step={1}
        disabled={disabled}
        value={Math.round(value * 100)}
        aria-valuetext={format.share(value)}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber / 100)}
        className="h-6 w-full accent-(--accent-text)"
      />
      <p id={`${id}-hint`} className="text-sm text-ink-3">
        {t(`assistant.threshold.${name}.hint`)}
      </p>
    </div>
  );
}
