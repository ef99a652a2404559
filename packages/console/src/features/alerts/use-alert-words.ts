import type { MarketAlert } from '@fairlead/contract';
import { useFormat, useT } from '../../i18n/i18n.tsx';

/** An alert in one line. */
export function useAlertWords() {
  const t = useT();
  const format = useFormat();
  return ({ kind, asset, threshold, network }: MarketAlert): string => {
    const level = format.number(Number(threshold ?? '0'));
    return kind === 'networks'
      ? t('alerts.says.networks', { asset, network: network?.name ?? t('alerts.every_network') })
      : t(`alerts.says.${kind}`, { asset, level });
  };
}
