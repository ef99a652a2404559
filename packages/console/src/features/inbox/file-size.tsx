import { useLocale } from '../../i18n/i18n.tsx';

const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size in the unit that people would say it in. */
export function FileSize({ bytes }: { bytes: number }) {
  const { locale } = useLocale();
  const step = Math.min(steps.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** step;
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: steps[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  });
  return <>{format.format(value)}</>;
}
