import { type AnnouncementAudience, type Locale, localeNames, locales } from '@fairlead/contract';
import { useT } from '../../i18n/i18n.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { MultiSelect } from '../../ui/multi-select.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { Select } from '../../ui/select.tsx';

interface AudienceFieldProps {
  value: AnnouncementAudience;
  onChange: (audience: AnnouncementAudience) => void;
  disabled: boolean;
  /** The exchange says who uses an asset. */
  assets: boolean;
  /** By what they hold; otherwise by what they have moved. */
  holders: boolean;
}

/** Whom letters and banners are for. */
export function AudienceField({ value, onChange, disabled, assets, holders }: AudienceFieldProps) {
  const t = useT();
  const begin: Record<AnnouncementAudience['who'], AnnouncementAudience> = {
    all: { who: 'all' },
    languages: { who: 'languages', locales: ['en'] },
    asset: { who: 'asset', asset: 'BTC', atLeast: '0', days: 90 },
  };
  return (
    <>
      <Field label={t('announcements.audience')} hint={t('announcements.audience.hint')}>
        <Select
          value={value.who}
          disabled={disabled}
          onChange={(who) => onChange(begin[who])}
          options={(['all', 'languages', 'asset'] as const).map((it) => ({
            value: it,
            label: t(
              it === 'asset' && holders ? 'announcements.audience.holders' : `announcements.audience.${it}`,
            ),
            disabled: it === 'asset' && !assets && value.who !== 'asset',
          }))}
        />
      </Field>
      {value.who === 'languages' && (
        <MultiSelect<Locale>
          label={t('announcements.languages')}
          value={value.locales}
          onChange={(chosen) => chosen.length > 0 && onChange({ who: 'languages', locales: chosen })}
          options={locales.map((it) => ({ value: it, label: localeNames[it] }))}
        />
      )}
      {value.who === 'asset' && (
        <div className="flex flex-col gap-3">
          <div className="grid gap-3 sm:grid-cols-2">
            <Field label={t('announcements.audience.asset.code')}>
              <Input
                dir="ltr"
                maxLength={20}
                value={value.asset}
                onValueChange={(asset) => onChange({ ...value, asset: asset.toUpperCase() })}
              />
            </Field>
            {holders ? (
              <Field label={t('announcements.audience.at_least')}>
                <Input
                  dir="ltr"
                  inputMode="decimal"
                  maxLength={39}
                  value={value.atLeast}
                  onValueChange={(typed) => onChange({ ...value, atLeast: typed.replace(',', '.') })}
                />
              </Field>
            ) : (
              <Field label={t('announcements.audience.days')}>
                <NumberInput
                  min={1}
                  max={365}
                  value={value.days}
                  onChange={(days) => onChange({ ...value, days: days ?? 90 })}
                />
              </Field>
            )}
          </div>
          <p className="text-sm text-ink-3">
            {holders
              ? t('announcements.audience.holders.hint')
              : t('announcements.audience.asset.hint', { count: value.days })}
          </p>
        </div>
      )}
    </>
  );
}
