import { type MacroBody, macroBody, type TicketAction } from '@fairlead/contract';
import type { DemoTeam } from './demo-people.ts';
import { en } from './macro-texts/en.ts';
import { es } from './macro-texts/es.ts';
import { ja } from './macro-texts/ja.ts';
import { ko } from './macro-texts/ko.ts';
import { type MacroKey, macroKeys } from './macro-texts/macro-keys.ts';
import { ru } from './macro-texts/ru.ts';
import { vi } from './macro-texts/vi.ts';
import { zhCn } from './macro-texts/zh-cn.ts';

const texts = { en, 'zh-CN': zhCn, ja, ko, ru, es, vi };
const pending: TicketAction = { do: 'set_status', status: 'pending' };
const tagged = (...tags: string[]): TicketAction => ({ do: 'add_tags', tags });

/** The macros of the demo, for everybody, in seven languages. */
export function demoMacros(teams: Readonly<Record<DemoTeam, string>>): MacroBody[] {
  const toTeam = (team: DemoTeam): TicketAction => ({ do: 'set_team', teamId: teams[team] });
  const kept: Record<MacroKey, { folder: string; name: string; actions: TicketAction[] }> = {
    memo: {
      folder: 'Deposits',
      name: 'Memo or tag is missing',
      actions: [tagged('missing-memo'), pending],
    },
    deposit: { folder: 'Deposits', name: 'Deposit has not arrived: TXID please', actions: [pending] },
    wrong_network: {
      folder: 'Deposits',
      name: 'Sent on another network',
      actions: [tagged('wrong-network'), toTeam('funds'), pending],
    },
    review: {
      folder: 'Withdrawals',
      name: 'Withdrawal under review',
      actions: [tagged('withdrawal-review'), { do: 'set_status', status: 'on_hold' }],
    },
    // It types a figure out: what happens to such texts when the exchange changes it is worth seeing.
    fee: { folder: 'Withdrawals', name: 'Withdrawal fee over TRC20', actions: [] },
    kyc: {
      folder: 'Verification',
      name: 'Documents again, please',
      actions: [tagged('documents-again'), pending],
    },
    stolen: {
      folder: 'Security',
      name: 'Stolen account: first aid',
      actions: [
        { do: 'set_priority', priority: 'urgent' },
        toTeam('security'),
        {
          do: 'write_note',
          text: 'First aid was sent for #{ticket.number}. Look at devices, API keys and withdrawals.',
        },
      ],
    },
    two_factor: { folder: 'Security', name: 'Codes cannot be reached', actions: [toTeam('security')] },
    p2p: {
      folder: 'P2P and fiat',
      name: 'P2P appeal: proofs please',
      actions: [tagged('p2p-appeal'), pending],
    },
    fiat: { folder: 'P2P and fiat', name: 'Bank transfer not credited', actions: [pending] },
    api: { folder: 'Trading', name: 'API key or signature refused', actions: [pending] },
    liquidation: { folder: 'Trading', name: 'Liquidation explained', actions: [] },
    solved: { folder: 'General', name: 'Solved', actions: [{ do: 'set_status', status: 'solved' }] },
  };
  return macroKeys.map((key) =>
    macroBody.parse({
      ...kept[key],
      sharing: 'all',
      texts: Object.fromEntries(Object.entries(texts).map(([locale, said]) => [locale, said[key]])),
    }),
  );
}
