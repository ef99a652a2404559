import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Category, categoryOfIntent } from '@fairlead/contract';

/** A labelled text. Several categories may be right where the set's labels are those of a bank. */
export interface Labelled {
  readonly text: string;
  readonly right: readonly Category[];
}

const transfers = ['p2p_fiat.transfer_pending', 'deposit_withdrawal.withdrawal_pending'] as const;
const arrivals = ['deposit_withdrawal.deposit_not_credited', 'p2p_fiat.transfer_pending'] as const;

/** Those intents of a bank's customers that an exchange's customers have too. */
const ofBanking: Readonly<Record<string, readonly Category[]>> = {
  passcode_forgotten: ['account_security.cannot_sign_in'],
  edit_personal_details: ['verification.change_details', 'account_security.change_contact'],
  unable_to_verify_identity: ['verification.rejected'],
  verify_my_identity: ['verification.how_to', 'verification'],
  why_verify_identity: ['verification.how_to', 'verification'],
  terminate_account: ['account_security.close_account'],
  pending_top_up: ['deposit_withdrawal.deposit_not_credited', ...transfers],
  top_up_failed: ['deposit_withdrawal.deposit_not_credited', 'p2p_fiat.card_failed'],
  balance_not_updated_after_bank_transfer: arrivals,
  pending_transfer: transfers,
  transfer_not_received_by_recipient: arrivals,
  pending_cash_withdrawal: ['deposit_withdrawal.withdrawal_pending'],
  declined_cash_withdrawal: ['deposit_withdrawal.withdrawal_failed'],
  cash_withdrawal_not_recognised: ['account_security.hacked'],
  cash_withdrawal_charge: ['deposit_withdrawal.limits_fees'],
  top_up_limits: ['deposit_withdrawal.limits_fees'],
  declined_card_payment: ['p2p_fiat.card_failed'],
};
const ofAssistant: Readonly<Record<string, readonly Category[]>> = {
  account_blocked: ['account_security.locked'],
  freeze_account: ['account_security.locked', 'account_security.hacked'],
  report_fraud: ['account_security.hacked', 'account_security.phishing_report'],
  weather: ['other'],
  recipe: ['other'],
  book_flight: ['other'],
  translate: ['other'],
  play_music: ['other'],
  traffic: ['other'],
};

/** The folder of the evaluation sets: `FAIRLEAD_EVALUATION_DATA`; null where it is absent. */
export function evaluationData(): string | null {
  const folder =
    process.env['FAIRLEAD_EVALUATION_DATA'] ?? join(import.meta.dirname, '../../../../../../../shared/data');
  return existsSync(join(folder, 'banking77')) ? folder : null;
}

/** The sets below a folder of evaluation data: by name, each in the half that rules may be written on and the half that is measured. */
export function readEvaluationSets(folder: string): ReadonlyArray<{
  readonly name: string;
  readonly seen: readonly Labelled[];
  readonly held: readonly Labelled[];
}> {
  const banking = readFileSync(join(folder, 'banking77/train.csv'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, text, label] = /^"?(.*?)"?,([^,]+)$/.exec(line.trim()) ?? [];
      const right = label === undefined ? undefined : ofBanking[label];
      return text !== undefined && right ? [{ text, right }] : [];
    });
  const assistant = (
    JSON.parse(readFileSync(join(folder, 'clinc150/train_val.json'), 'utf8')) as {
      train: Array<[string, string]>;
    }
  ).train.flatMap(([text, label]) => {
    const right = ofAssistant[label];
    return right ? [{ text, right }] : [];
  });
  const intents = (
    JSON.parse(readFileSync(join(folder, 'intents.json'), 'utf8')) as Array<{
      id: string;
      description: string;
    }>
  )
    .filter((it) => !categoryOfIntent(it.id).endsWith('.general'))
    .map((it) => ({ text: it.description, right: [categoryOfIntent(it.id)] }));
  return [
    ['banking77', banking] as const,
    ['clinc150', assistant] as const,
    ['intents', intents] as const,
  ].map(([name, all]) => ({
    name,
    seen: all.filter((it) => halfOf(it.text) === 0),
    held: all.filter((it) => halfOf(it.text) === 1),
  }));
}

/** The same half for the same text on every machine. */
function halfOf(text: string): number {
  let hash = 0;
  for (const char of text) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return (hash >>> 7) % 2;
}
