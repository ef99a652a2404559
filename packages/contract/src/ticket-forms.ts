import type { FieldCondition } from './form-conditions.ts';
import type { Texts } from './form-texts.ts';
import { type Category, topCategoryOf } from './ticket-categories.ts';

/** Networks that money moves on. `chain` names the chain of `@fairlead/chains` whose forms it has; null when they are not known. */
export const networks = {
  bitcoin: { name: 'Bitcoin', chain: 'bitcoin' },
  litecoin: { name: 'Litecoin', chain: 'litecoin' },
  dogecoin: { name: 'Dogecoin', chain: 'dogecoin' },
  ethereum: { name: 'Ethereum (ERC20)', chain: 'evm' },
  bsc: { name: 'BNB Smart Chain (BEP20)', chain: 'evm' },
  arbitrum: { name: 'Arbitrum One', chain: 'evm' },
  polygon: { name: 'Polygon', chain: 'evm' },
  tron: { name: 'TRON (TRC20)', chain: 'tron' },
  solana: { name: 'Solana', chain: 'solana' },
  xrp: { name: 'XRP Ledger', chain: 'xrp' },
  ton: { name: 'TON', chain: 'ton' },
  other: { name: null, chain: null },
} as const;
export type Network = keyof typeof networks;

/** How a field is filled in and checked. */
export const fieldTypes = [
  'asset',
  'network',
  'txid',
  'address',
  'memo',
  'amount',
  'order_id',
  'error_code',
  'date',
  'device',
  'url',
  'line',
  'text',
  'number',
  'choice',
  'choices',
  'yes_no',
] as const;
export type FieldType = (typeof fieldTypes)[number];

/** Characters in a field's value, by type. */
export const maximumFieldLength: Readonly<Record<FieldType, number>> = {
  asset: 20,
  network: 20,
  txid: 120,
  address: 120,
  memo: 120,
  amount: 40,
  order_id: 64,
  error_code: 64,
  date: 10,
  device: 120,
  url: 500,
  line: 200,
  text: 2000,
  number: 24,
  choice: 40,
  choices: 2000,
  yes_no: 3,
};

const types = {
  asset: 'asset',
  network: 'network',
  txid: 'txid',
  address: 'address',
  memo: 'memo',
  amount: 'amount',
  date: 'date',
  order_id: 'order_id',
  pair: 'text',
  error_code: 'error_code',
  device: 'device',
  url: 'url',
  counterparty: 'text',
  contact_used: 'text',
  lost_factor: 'choice',
  payment_method: 'choice',
  document: 'choice',
  endpoint: 'text',
  description: 'text',
} as const satisfies Record<string, FieldType>;
/** A field that Fairlead brings along, with its texts in every language. */
export type FieldKey = keyof typeof types;
/** A field that administrators made. */
export type OwnFieldKey = `own_${string}`;
export type FormKey = FieldKey | OwnFieldKey;
/** How a field that came along is checked, whichever form it stands in. */
export const fieldTypeOf = (key: FieldKey): FieldType => types[key];
/** Whether a field came along, so that the catalogues have its texts. */
export const isShippedField = (key: string): key is FieldKey => Object.hasOwn(types, key);
export const fieldKeys = Object.keys(types) as [FieldKey, ...FieldKey[]];

/** What can be chosen, by field; texts stand under `choice.<field>.<value>`, those of networks are their names. */
export const fieldChoices = {
  lost_factor: ['authenticator', 'phone', 'email', 'passkey'],
  payment_method: ['card', 'bank_transfer', 'other'],
  document: ['passport', 'id_card', 'driving_licence', 'residence_permit'],
} as const satisfies Partial<Record<FieldKey, readonly string[]>>;

/** A field of a category's form. */
export interface FieldDefinition {
  readonly key: FormKey;
  readonly type: FieldType;
  /** The customer's form may not be sent without it, where it is asked for at all. */
  readonly required: boolean;
  /** An agent cannot solve the ticket without it, where it is asked for at all. */
  readonly toSolve: boolean;
  /** Customers neither see nor fill it in. */
  readonly agentsOnly: boolean;
  readonly choices: readonly string[];
  /** Asked for only while others hold this; null: always. */
  readonly when: FieldCondition | null;
  /** What administrators wrote. For what is missing in a field that came along, `field.<key>` and `choice.<key>.<value>` of the catalogues stand. */
  readonly texts: FieldTexts;
}

/** The texts of a field, by language. */
export interface FieldTexts {
  readonly label: Texts;
  readonly help: Texts;
  /** By value. */
  readonly options: Readonly<Record<string, Texts>>;
}

const noTexts: FieldTexts = { label: {}, help: {}, options: {} };

/** What a field offers to choose from; empty where it is free. */
export const choicesOf = (key: FieldKey): readonly string[] => {
  if (key === 'network') return Object.keys(networks);
  return key in fieldChoices ? fieldChoices[key as keyof typeof fieldChoices] : [];
};
/** A field that came along, as it is where nobody has said otherwise. */
export const shippedField = (
  key: FieldKey,
  required = false,
  when: FieldCondition | null = null,
): FieldDefinition => ({
  key,
  type: types[key],
  required,
  toSolve: false,
  agentsOnly: false,
  choices: choicesOf(key),
  when,
  texts: noTexts,
});
const must = (key: FieldKey, when?: FieldCondition) => shippedField(key, true, when);
const may = (key: FieldKey, when?: FieldCondition) => shippedField(key, false, when);

/** Networks on which a deposit without a memo or tag cannot be told apart from another. */
const withMemo: FieldCondition = {
  match: 'all',
  of: [{ field: 'network', is: ['xrp', 'ton', 'other'] }],
};
const transfer = [must('asset'), must('network'), must('txid'), must('amount'), may('date')];
const withdrawal = [must('asset'), may('network'), must('amount'), may('address'), may('txid'), may('date')];
const order = [must('order_id'), may('pair'), may('date')];
const position = [must('pair'), must('date'), may('order_id'), may('amount')];
const access = [may('device'), may('error_code'), may('date')];
const p2p = [must('order_id'), may('counterparty'), may('amount'), may('payment_method'), may('date')];
const programming = [must('endpoint'), must('error_code'), may('date')];
const story = [must('description')];

const ofTop = {
  trading: [may('pair'), may('order_id'), may('date')],
  deposit_withdrawal: [may('asset'), may('network'), may('txid'), may('amount'), may('date')],
  account_security: access,
  verification: [may('document'), may('error_code')],
  futures: [may('pair'), may('date'), may('amount')],
  margin: [may('asset'), may('pair'), may('amount'), may('date')],
  p2p_fiat: [may('order_id'), may('payment_method'), may('amount')],
  api: [may('endpoint'), may('error_code')],
  other: [may('description')],
};
const ofLower: Partial<Record<Category, readonly FieldDefinition[]>> = {
  'trading.order_not_filled': order,
  'trading.cancel_order': order,
  'trading.price_dispute': [...order, must('description')],
  'deposit_withdrawal.deposit_not_credited': [...transfer, may('memo', withMemo)],
  'deposit_withdrawal.wrong_network': [...transfer, must('address')],
  'deposit_withdrawal.missing_memo': [...transfer, must('memo', withMemo)],
  'deposit_withdrawal.withdrawal_pending': withdrawal,
  'deposit_withdrawal.large_withdrawal': withdrawal,
  'deposit_withdrawal.withdrawal_failed': [...withdrawal, may('error_code')],
  'deposit_withdrawal.wrong_address': [...transfer, must('address')],
  'account_security.hacked': [must('date'), may('device'), must('description')],
  'account_security.lost_2fa': [must('lost_factor'), may('device')],
  'account_security.phishing_report': [may('url'), must('contact_used'), may('description')],
  'verification.rejected': [must('document'), may('error_code'), may('description')],
  'verification.change_details': [must('document'), must('description')],
  'futures.liquidation': position,
  'futures.settlement_dispute': [...position, must('description')],
  'margin.liquidation': position,
  'p2p_fiat.not_released': p2p,
  'p2p_fiat.payment_not_received': p2p,
  'p2p_fiat.appeal': [...p2p, must('description')],
  'p2p_fiat.card_failed': [must('amount'), may('error_code'), may('date')],
  'p2p_fiat.transfer_pending': [must('amount'), must('date'), may('order_id')],
  'api.signature_error': programming,
  'api.rate_limit': programming,
  'api.connection': [must('endpoint'), may('error_code'), may('date')],
  'other.suggestion': story,
  'other.complaint': story,
  'other.vulnerability': [...story, may('url')],
  'other.earn': [must('asset'), may('amount'), may('date')],
};

/** The form that a category came along with: its own (`null` where it has none), and that of its upper level. */
export function shippedFormsOf(category: Category): {
  readonly own: readonly FieldDefinition[] | null;
  readonly upper: readonly FieldDefinition[];
} {
  return { own: ofLower[category] ?? null, upper: ofTop[topCategoryOf(category)] };
}

/** What is to be done on a ticket of a category, before anybody adds to it; texts stand under `checklist.<key>`. */
export const checklistItems = [
  'verify_identity',
  'check_transaction',
  'check_holds',
  'credit_by_hand',
  'freeze_account',
  'end_sessions',
  'check_documents',
  'check_order_log',
  'check_price_index',
  'hear_counterparty',
  'check_payment_proof',
  'reproduce',
  'tell_customer',
] as const;
export type ChecklistItem = (typeof checklistItems)[number];

const checklists: Record<ReturnType<typeof topCategoryOf>, readonly ChecklistItem[]> = {
  trading: ['check_order_log', 'tell_customer'],
  deposit_withdrawal: ['verify_identity', 'check_transaction', 'check_holds', 'tell_customer'],
  account_security: ['verify_identity', 'freeze_account', 'end_sessions', 'tell_customer'],
  verification: ['check_documents', 'tell_customer'],
  futures: ['check_order_log', 'check_price_index', 'tell_customer'],
  margin: ['check_order_log', 'check_price_index', 'tell_customer'],
  p2p_fiat: ['check_payment_proof', 'hear_counterparty', 'tell_customer'],
  api: ['reproduce', 'tell_customer'],
  other: [],
};
const ownChecklists: Partial<Record<Category, readonly ChecklistItem[]>> = {
  'deposit_withdrawal.missing_memo': [
    'verify_identity',
    'check_transaction',
    'credit_by_hand',
    'tell_customer',
  ],
  'deposit_withdrawal.deposit_not_credited': ['check_transaction', 'credit_by_hand', 'tell_customer'],
};

/** The checklist with which a ticket of a category begins. */
export function checklistOf(category: Category): readonly ChecklistItem[] {
  return ownChecklists[category] ?? checklists[topCategoryOf(category)];
}
