import type { WebhookDelivery } from '@fairlead/contract';
import { useT } from '../../i18n/i18n.tsx';

/** What came of an attempt, in words. */
export function useAttemptText() {
  const t = useT();
  return ({ status, problem }: Pick<WebhookDelivery, 'status' | 'problem'>): string =>
    problem === 'refused_address' || problem === 'no_answer'
      ? t(`integrations.problem.${problem}`)
      : t('integrations.answered', { status: String(status ?? '') });
}
