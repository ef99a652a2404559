import { portalAddress } from '../back-end.ts';
import { useReader } from '../reader.ts';

interface Props {
  readonly customer: string | null;
  readonly locale: string;
}

/** Leads to the customer's tickets as an account page would: with their identity, signed for this one visit. */
export function PortalLink({ customer, locale }: Props) {
  const { t } = useReader();
  return (
    <a
      href={`/portal/?lang=${locale}`}
      onClick={(event) => {
        if (!customer || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        portalAddress(customer, locale).then(
          (address) => location.assign(address),
          () => location.assign(`/portal/?lang=${locale}`),
        );
      }}
    >
      {t('demo.portal')}
    </a>
  );
}
