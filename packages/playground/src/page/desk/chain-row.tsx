import { useEffect, useState } from 'preact/hooks';
import { useReader } from '../reader.ts';
import type { DeskChain } from './desk-client.ts';

const number = /^\d{1,12}(?:\.\d{1,8})?$/;

interface Props {
  readonly chain: DeskChain;
  readonly change: (part: Partial<Pick<DeskChain, 'fee' | 'deposits' | 'withdrawals'>>) => void;
}

/** One network: its fee is told when one leaves the field or presses Enter. */
export function ChainRow({ chain, change }: Props) {
  const { t } = useReader();
  const [fee, setFee] = useState(chain.fee);
  useEffect(() => setFee(chain.fee), [chain.fee]);
  const wrong = !number.test(fee);
  const coin = chain.currency.toUpperCase();
  const names = { coin, network: chain.network };
  const tell = () => {
    if (!wrong && fee !== chain.fee) change({ fee });
  };
  return (
    <tr>
      <th scope="row">{coin}</th>
      <td>{chain.network}</td>
      <td>
        <input
          class="input"
          inputMode="decimal"
          aria-label={t('desk.feeOf', names)}
          aria-invalid={wrong}
          title={wrong ? t('desk.fee.wrong') : undefined}
          value={fee}
          onInput={({ currentTarget }) => setFee(currentTarget.value.trim())}
          onBlur={tell}
          onKeyDown={({ key }) => key === 'Enter' && tell()}
        />
        {wrong && (
          <small class="desk-wrong" role="alert">
            {t('desk.fee.wrong')}
          </small>
        )}
      </td>
      <td>
        <Door
          label={t('desk.depositsOf', names)}
          open={chain.deposits}
          toggle={() => change({ deposits: !chain.deposits })}
        />
      </td>
      <td>
        <Door
          label={t('desk.withdrawalsOf', names)}
          open={chain.withdrawals}
          toggle={() => change({ withdrawals: !chain.withdrawals })}
        />
      </td>
    </tr>
  );
}

function Door({ label, open, toggle }: { label: string; open: boolean; toggle: () => void }) {
  const { t } = useReader();
  return (
    <button
      type="button"
      class="desk-door"
      role="switch"
      aria-checked={open}
      aria-label={label}
      onClick={toggle}
    >
      {t(open ? 'desk.open' : 'desk.closed')}
    </button>
  );
}
