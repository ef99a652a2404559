import { readFileSync } from 'node:fs';
import { glossaryConcept, type TranslationGlossary } from '@fairlead/contract';
import { z } from 'zod';

/** Names of products and of the exchange that no language translates. */
const names = [
  'HTX',
  'HTX DAO',
  'HTX Earn',
  'HTX Ventures',
  'Huobi',
  'Google Authenticator',
  'Binance',
  'MetaMask',
  'TronLink',
  'TronScan',
  'Etherscan',
  'Ledger',
  'Trezor',
  'Telegram',
  'WeChat',
];

const file = z.object({
  concepts: z.array(glossaryConcept),
  assets: z.array(z.object({ ticker: z.string() })),
});

/** What came along: the words that searches go by too (`articles/glossary.json`), and names that stay as they are. Read once. */
export function firstGlossary(): TranslationGlossary {
  held ??= read();
  return held;
}

let held: TranslationGlossary | undefined;

function read(): TranslationGlossary {
  const path = new URL('../../../../../../articles/glossary.json', import.meta.url);
  const { concepts, assets } = file.parse(JSON.parse(readFileSync(path, 'utf8')));
  const tickers = assets.map((it) => it.ticker.toUpperCase()).filter((it) => it.length >= 3);
  return { version: 0, changed: null, concepts, keep: [...new Set([...names, ...tickers])] };
}
