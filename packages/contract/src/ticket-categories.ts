import type { Topic } from './channels.ts';

/**
 * What tickets are about: two levels, a key such as `deposit_withdrawal.deposit_not_credited`. The upper level alone is a category too,
 * for what is not sorted further yet. Texts stand under `category.<key>` in the locale catalogues.
 */
export const categoryTree = {
  trading: ['order_not_filled', 'cancel_order', 'price_dispute', 'fees', 'market_halted', 'how_to'],
  deposit_withdrawal: [
    'deposit_not_credited',
    'wrong_network',
    'missing_memo',
    'withdrawal_pending',
    'withdrawal_failed',
    'wrong_address',
    'large_withdrawal',
    'limits_fees',
    'suspended',
  ],
  account_security: [
    'hacked',
    'cannot_sign_in',
    'locked',
    'lost_2fa',
    'code_not_received',
    'change_contact',
    'phishing_report',
    'close_account',
  ],
  verification: ['rejected', 'pending', 'change_details', 'how_to'],
  futures: ['liquidation', 'funding_fee', 'settlement_dispute', 'leverage'],
  margin: ['borrow_repay', 'interest', 'margin_call', 'liquidation'],
  p2p_fiat: ['not_released', 'payment_not_received', 'appeal', 'blocked', 'card_failed', 'transfer_pending'],
  api: ['keys', 'signature_error', 'rate_limit', 'connection'],
  other: ['earn', 'promotion', 'listing', 'statement', 'suggestion', 'complaint', 'vulnerability', 'general'],
} as const;

type Tree = typeof categoryTree;
export type TopCategory = keyof Tree;
export type Category = TopCategory | { [T in TopCategory]: `${T}.${Tree[T][number]}` }[TopCategory];

export const topCategories = Object.keys(categoryTree) as TopCategory[];

/** Every category, each upper one before its lower ones. */
export const categories = topCategories.flatMap((top) => [
  top,
  ...categoryTree[top].map((lower) => `${top}.${lower}`),
]) as [Category, ...Category[]];

/** The upper level of a category. */
export function topCategoryOf(category: Category): TopCategory {
  const dot = category.indexOf('.');
  return (dot === -1 ? category : category.slice(0, dot)) as TopCategory;
}

/** The topic under which what is about a category is routed. */
export const topicOfCategory = (category: Category): Topic => {
  const top = topCategoryOf(category);
  return top === 'margin' ? 'trading' : top;
};

const ofAccountRecovery: ReadonlySet<Category> = new Set([
  'account_security.hacked',
  'account_security.cannot_sign_in',
  'account_security.locked',
  'account_security.lost_2fa',
  'account_security.change_contact',
]);

/** Whether customers prove by documents who they are in such a case: verification, and giving an account back to its owner. */
export const asksForIdentity = (category: Category): boolean =>
  topCategoryOf(category) === 'verification' || ofAccountRecovery.has(category);

const ofIntent = {
  'deposit.not_credited': 'deposit_withdrawal.deposit_not_credited',
  'deposit.wrong_network': 'deposit_withdrawal.wrong_network',
  'deposit.missing_memo': 'deposit_withdrawal.missing_memo',
  'deposit.below_minimum': 'deposit_withdrawal.deposit_not_credited',
  'deposit.how_to': 'deposit_withdrawal',
  'deposit.suspended': 'deposit_withdrawal.suspended',
  'withdrawal.pending': 'deposit_withdrawal.withdrawal_pending',
  'withdrawal.failed': 'deposit_withdrawal.withdrawal_failed',
  'withdrawal.cancel': 'deposit_withdrawal.withdrawal_pending',
  'withdrawal.limit': 'deposit_withdrawal.limits_fees',
  'withdrawal.fee': 'deposit_withdrawal.limits_fees',
  'withdrawal.wrong_address': 'deposit_withdrawal.wrong_address',
  'withdrawal.suspended': 'deposit_withdrawal.suspended',
  'withdrawal.security_hold': 'deposit_withdrawal.withdrawal_pending',
  'account.login_failed': 'account_security.cannot_sign_in',
  'account.locked': 'account_security.locked',
  'account.hacked': 'account_security.hacked',
  'account.password_reset': 'account_security.cannot_sign_in',
  'account.lost_2fa': 'account_security.lost_2fa',
  'account.code_not_received': 'account_security.code_not_received',
  'account.change_contact': 'account_security.change_contact',
  'account.freeze': 'account_security.hacked',
  'account.close': 'account_security.close_account',
  'account.official_check': 'account_security.phishing_report',
  'account.anti_phishing_code': 'account_security',
  'kyc.how_to': 'verification.how_to',
  'kyc.rejected': 'verification.rejected',
  'kyc.pending': 'verification.pending',
  'kyc.change_details': 'verification.change_details',
  'trade.order_not_filled': 'trading.order_not_filled',
  'trade.cancel_order': 'trading.cancel_order',
  'trade.order_types': 'trading.how_to',
  'trade.fee': 'trading.fees',
  'trade.halted': 'trading.market_halted',
  'trade.price_dispute': 'trading.price_dispute',
  'futures.liquidation': 'futures.liquidation',
  'futures.funding_fee': 'futures.funding_fee',
  'futures.leverage': 'futures.leverage',
  'futures.settlement_dispute': 'futures.settlement_dispute',
  'margin.borrow_repay': 'margin.borrow_repay',
  'margin.interest': 'margin.interest',
  'margin.call': 'margin.margin_call',
  'p2p.not_released': 'p2p_fiat.not_released',
  'p2p.payment_not_received': 'p2p_fiat.payment_not_received',
  'p2p.appeal': 'p2p_fiat.appeal',
  'p2p.blocked': 'p2p_fiat.blocked',
  'fiat.card_failed': 'p2p_fiat.card_failed',
  'fiat.transfer_pending': 'p2p_fiat.transfer_pending',
  'api.key': 'api.keys',
  'api.signature_error': 'api.signature_error',
  'api.rate_limit': 'api.rate_limit',
  'api.websocket': 'api.connection',
  'earn.redeem': 'other.earn',
  'earn.yield': 'other.earn',
  'promotion.reward_missing': 'other.promotion',
  'promotion.rules': 'other.promotion',
  'referral.commission': 'other.promotion',
  'listing.new': 'other.listing',
  'listing.delisted': 'other.listing',
  'statement.export': 'other.statement',
  'feedback.suggestion': 'other.suggestion',
  'feedback.complaint': 'other.complaint',
  'security.vulnerability': 'other.vulnerability',
  'market.price': 'other.general',
  'market.risk_alert': 'other.general',
  'assistant.human': 'other.general',
  'assistant.greeting': 'other.general',
  'assistant.thanks': 'other.general',
  out_of_scope: 'other.general',
} as const satisfies Readonly<Record<string, Category>>;

/** The category of a ticket that is opened on what the assistant understood; `other` for an intent that is not known. */
export function categoryOfIntent(intent: string): Category {
  return isMappedIntent(intent) ? ofIntent[intent] : 'other';
}

/** An intent that has a category of its own choosing. */
export type MappedIntent = keyof typeof ofIntent;

/** The intents that have a category of their own choosing. */
export const mappedIntents = Object.keys(ofIntent) as readonly MappedIntent[];

export const isMappedIntent = (intent: string): intent is MappedIntent => Object.hasOwn(ofIntent, intent);
