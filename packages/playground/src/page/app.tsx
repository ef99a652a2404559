import { directionOf, negotiateLocale } from '@fairlead/contract/locale';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { type Config, fetchConfig } from './back-end.ts';
import { DemoBar } from './demo/demo-bar.tsx';
import { ReaderContext, readerOf } from './reader.ts';
import { TradingPage } from './trading-page.tsx';
import { useChat } from './use-chat.ts';
import { useChoices } from './use-choices.ts';

/** The whole page: the demo's controls above, the exchange below. */
export function App() {
  const [choices, change] = useChoices();
  const [config, setConfig] = useState<Config>();
  const [unreachable, setUnreachable] = useState(false);
  useEffect(() => {
    fetchConfig().then(setConfig, () => setUnreachable(true));
  }, []);

  const customer = config?.customers.find(({ id }) => id === choices.customer);
  const locale = choices.locale ?? customer?.locale ?? negotiateLocale(navigator.languages);
  const reader = readerOf(locale);
  const chat = useChat(config?.inboxKey, customer?.id ?? null, locale, choices.theme);

  // Before any other effect: the chart reads its colours from the theme.
  useLayoutEffect(() => {
    const { documentElement: page } = document;
    page.lang = locale;
    page.dir = directionOf(locale);
    page.dataset['theme'] = choices.theme;
  }, [locale, choices.theme]);

  return (
    <ReaderContext.Provider value={reader}>
      {/* Where English stands in for the chosen language, it says so, and reads from the left. */}
      <div class="page" lang={reader.language} dir="ltr">
        <DemoBar
          choices={choices}
          change={change}
          customers={config?.customers ?? []}
          chat={chat}
          portal={config?.portal ? { customer: customer?.id ?? null, locale } : null}
        />
        {unreachable ? (
          <p class="notice" role="alert">
            {reader.t('page.unreachable')}
          </p>
        ) : null}
        <TradingPage
          choices={choices}
          change={change}
          customer={customer}
          signIn={config?.customers[0]?.id}
        />
      </div>
    </ReaderContext.Provider>
  );
}
