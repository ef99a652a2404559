import { useState } from 'preact/hooks';
import { PlatformBar } from '../phone/platform-bar.tsx';
import { usePhoneReader } from '../phone/use-phone-reader.ts';
import { ReaderContext } from '../reader.ts';
import { useChoices } from '../use-choices.ts';
import { usePolling } from '../use-polling.ts';
import { ChainRow } from './chain-row.tsx';
import { changeChain, type Desk, fetchDesk, restoreDesk } from './desk-client.ts';
import '../style/desk.css';

/** The exchange's own side: what its networks cost, and which are open. */
export function DeskPage() {
  const [choices, change] = useChoices();
  const [desk, setDesk] = useState<Desk>();
  const [refused, setRefused] = useState(false);
  const reader = usePhoneReader(choices, 'desk.title');
  const { t } = reader;
  const failed = usePolling(async (signal) => setDesk(await fetchDesk(signal)), []);
  const done = (work: Promise<Desk>) =>
    work.then(
      (now) => {
        setDesk(now);
        setRefused(false);
      },
      () => setRefused(true),
    );
  return (
    <ReaderContext.Provider value={reader}>
      <div class="page" lang={reader.language} dir="ltr">
        <PlatformBar title={t('desk.title')} choices={choices} change={change} />
        {failed || refused ? (
          <p class="notice" role="alert">
            {t(failed ? 'platform.unreachable' : 'desk.failed')}
          </p>
        ) : null}
        <main class="desk">
          <header class="desk-head">
            <p>{t('desk.text')}</p>
            <div class="desk-ways">
              <a href="/console/articles/insight?tab=drift">{t('desk.flagged')}</a>
              <button
                type="button"
                class="button"
                disabled={!desk?.changed}
                onClick={() => void done(restoreDesk())}
              >
                {t('desk.restore')}
              </button>
            </div>
          </header>
          {desk ? (
            <div class="desk-scroll">
              <table>
                <thead>
                  <tr>
                    {(
                      ['desk.coin', 'desk.network', 'desk.fee', 'desk.deposits', 'desk.withdrawals'] as const
                    ).map((key) => (
                      <th key={key} scope="col">
                        {t(key)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {desk.chains.map((it) => (
                    <ChainRow
                      key={it.chain}
                      chain={it}
                      change={(part) => void done(changeChain(it.chain, part))}
                    />
                  ))}
                </tbody>
              </table>
            </div>
          ) : failed ? null : (
            <p class="padded quiet">{t('common.loading')}</p>
          )}
        </main>
      </div>
    </ReaderContext.Provider>
  );
}
