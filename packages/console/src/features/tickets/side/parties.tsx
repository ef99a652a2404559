import { useT } from '../../../i18n/i18n.tsx';
import { AddressField } from '../../inbox/composer/address-field.tsx';

interface PartiesProps {
  value: readonly string[];
  onChange: (parties: string[]) => void;
  onOpen: (open: boolean) => void;
  autoFocus?: boolean;
}

/** With whom a side conversation is held. */
export function Parties({ value, onChange, onOpen, autoFocus = false }: PartiesProps) {
  const t = useT();
  return (
    <div className="flex flex-col gap-1">
      <span aria-hidden className="text-sm font-medium">
        {t('tickets.side.parties')}
      </span>
      <div className="flex rounded-md border border-line-control bg-surface p-1.5">
        <AddressField
          label={t('tickets.side.parties')}
          value={value}
          onChange={onChange}
          onOpen={onOpen}
          autoFocus={autoFocus}
        />
      </div>
    </div>
  );
}
