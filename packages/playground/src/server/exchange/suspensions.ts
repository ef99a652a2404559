import type { Currency } from './currencies.ts';

/** `/v1/settings/common/chains`: why a network is suspended, in the exchange's words. */
export const suspensionTexts = (currencies: readonly Currency[]) =>
  currencies.flatMap(({ currency, chains }) =>
    chains.map(({ chain, displayName, depositStatus, withdrawStatus }) => ({
      chain,
      currency,
      code: chain,
      de: depositStatus === 'allowed',
      we: withdrawStatus === 'allowed',
      suspend_deposit_desc:
        depositStatus === 'allowed'
          ? ''
          : `Deposits over ${displayName} are suspended while our wallet is upgraded.`,
      suspend_withdraw_desc:
        withdrawStatus === 'allowed'
          ? ''
          : `Withdrawals over ${displayName} are suspended while the network is maintained.`,
    })),
  );
