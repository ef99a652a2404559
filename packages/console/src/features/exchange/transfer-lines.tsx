import type { ExchangeDeposit, ExchangeQuota, ExchangeWithdrawal } from '@fairlead/contract';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { CopyText } from '../../ui/copy-text.tsx';
import { NoneOf } from './part.tsx';
import { toneOfWithdrawal } from './withdrawal-tone.ts';

const depositTones: Readonly<Record<ExchangeDeposit['state'], Tone>> = {
  confirming: 'accent',
  confirmed: 'accent',
  safe: 'success',
  orphan: 'danger',
  under_review: 'warning',
};

export function DepositLines({ deposits }: { deposits: readonly ExchangeDeposit[] }) {
  const t = useT();
  if (deposits.length === 0) return <NoneOf>{t('exchange.deposits.none')}</NoneOf>;
  return (
    <ul className="flex flex-col gap-2">
      {deposits.map((it) => (
        <Transfer
          key={it.id}
          transfer={it}
          badge={<Badge tone={depositTones[it.state]}>{t(`exchange.deposit.${it.state}`)}</Badge>}
        >
          {it.confirmations !== null && it.needed !== null && it.state !== 'safe' && (
            <span>{t('exchange.confirmations', { count: it.confirmations, needed: it.needed })}</span>
          )}
        </Transfer>
      ))}
    </ul>
  );
}

export function WithdrawalLines({ withdrawals }: { withdrawals: readonly ExchangeWithdrawal[] }) {
  const t = useT();
  if (withdrawals.length === 0) return <NoneOf>{t('exchange.withdrawals.none')}</NoneOf>;
  return (
    <ul className="flex flex-col gap-2">
      {withdrawals.map((it) => (
        <Transfer
          key={it.id}
          transfer={it}
          badge={<Badge tone={toneOfWithdrawal(it.state)}>{t(`exchange.withdrawal.${it.state}`)}</Badge>}
        >
          {it.error && <span className="text-danger-text">{it.error}</span>}
        </Transfer>
      ))}
    </ul>
  );
}

function Transfer(props: {
  transfer: ExchangeDeposit | ExchangeWithdrawal;
  badge: ReactNode;
  children: ReactNode;
}) {
  const { transfer, badge, children } = props;
  const t = useT();
  const format = useFormat();
  const { amount, asset, network, address, memo, txid, createdAt } = transfer;
  return (
    <li className="text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <span className="font-medium tabular-nums">
          {format.decimal(amount)} {asset}
        </span>
        {badge}
        <time dateTime={createdAt} className="ms-auto text-ink-3">
          {format.relativeTime(createdAt)}
        </time>
      </p>
      <p className="flex flex-wrap items-center gap-x-2 text-ink-2">
        <span>{network ?? t('exchange.internal')}</span>
        {address && <span className="font-mono">{address}</span>}
        {memo && <span>{t('exchange.memo', { memo })}</span>}
        {children}
      </p>
      {txid && <CopyText value={txid} keep={20} className="-ms-1" />}
    </li>
  );
}

export function QuotaLines({ quota }: { quota: ExchangeQuota }) {
  const t = useT();
  const format = useFormat();
  const limited = quota.networks.filter(({ leftToday }) => leftToday !== null);
  if (limited.length === 0) return <NoneOf>{t('exchange.quota.none', { asset: quota.asset })}</NoneOf>;
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {limited.map(({ network, leftToday, perDay }) => (
        <li key={network}>
          <span className="block text-ink-2">{network}</span>
          <span className="block tabular-nums">
            {t(perDay === null ? 'exchange.quota.left' : 'exchange.quota.left_of', {
              left: format.decimal(leftToday ?? '0'),
              most: format.decimal(perDay ?? '0'),
              asset: quota.asset,
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
