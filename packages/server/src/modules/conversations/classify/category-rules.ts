import type { Category } from '@fairlead/contract';
import type { Concept } from './concepts.ts';

/** A text is about `category` when it speaks of all these concepts, the surer the higher the weight. */
export interface CategoryRule {
  readonly category: Category;
  readonly all: readonly Concept[];
  readonly weight: number;
}

/** Weight of a rule beyond one point a concept. */
const about = (category: Category, ...sets: ReadonlyArray<readonly [readonly Concept[], number]>) =>
  sets.map(([all, extra]): CategoryRule => ({ category, all, weight: all.length + extra }));

/**
 * What makes a category. A theft outweighs what it was done by, and the special trouble outweighs the general one that it is a
 * kind of: a deposit over a wrong network has not arrived either.
 */
export const categoryRules: readonly CategoryRule[] = [
  ...about(
    'deposit_withdrawal.deposit_not_credited',
    [['deposit', 'missing'], 1],
    [['sent', 'missing'], 0],
    [['deposit', 'pending'], 0.5],
    [['deposit', 'failed'], 0],
  ),
  ...about(
    'deposit_withdrawal.wrong_network',
    [['wrong', 'network'], 1.5],
    [['deposit', 'wrong', 'network'], 2],
    [['deposit', 'wrong'], 0.5],
  ),
  ...about(
    'deposit_withdrawal.missing_memo',
    [['memo', 'deposit'], 2],
    [['memo', 'missing'], 1.5],
    [['memo', 'wrong'], 2],
    [['memo', 'lost'], 2],
  ),
  ...about(
    'deposit_withdrawal.withdrawal_pending',
    [['withdraw', 'pending'], 1],
    [['withdraw', 'missing'], 1],
    [['withdraw', 'cancel'], 1],
  ),
  ...about('deposit_withdrawal.withdrawal_failed', [['withdraw', 'failed'], 0.9]),
  ...about(
    'deposit_withdrawal.wrong_address',
    [['withdraw', 'wrong', 'address'], 2],
    [['sent', 'wrong', 'address'], 1.4],
    [['wrong', 'address'], 0.6],
  ),
  ...about(
    'deposit_withdrawal.large_withdrawal',
    [['withdraw', 'large'], 2],
    [['withdraw', 'large', 'limit'], 2],
  ),
  ...about(
    'deposit_withdrawal.limits_fees',
    [['withdraw', 'limit'], 1.2],
    [['withdraw', 'fee'], 1.2],
    [['deposit', 'fee'], 0.6],
    [['deposit', 'limit'], 0.9],
  ),
  ...about('deposit_withdrawal.suspended', [['deposit', 'suspended'], 1.6], [['withdraw', 'suspended'], 1.6]),
  ...about(
    'deposit_withdrawal',
    [['deposit'], 0],
    [['withdraw'], 0],
    [['sent', 'network'], 0],
    [['sent', 'pending'], 0],
  ),

  ...about(
    'account_security.hacked',
    [['stolen'], 2],
    [['stolen', 'account'], 3],
    [['stolen', 'withdraw'], 3],
    [['unknown', 'signin'], 2],
    [['unknown', 'withdraw'], 2],
    [['locked', 'account', 'stolen'], 3],
  ),
  ...about(
    'account_security.cannot_sign_in',
    [['signin', 'failed'], 1],
    [['password', 'lost'], 2],
    [['password', 'change'], 1],
    [['password', 'failed'], 1],
    [['password'], 1],
    [['signin'], 0],
  ),
  ...about(
    'account_security.locked',
    [['account', 'locked'], 1.2],
    [['signin', 'locked'], 1],
    [['locked'], 0],
  ),
  ...about('account_security.lost_2fa', [['twofa', 'lost'], 2.5], [['twofa', 'failed'], 1], [['twofa'], 0.5]),
  ...about('account_security.code_not_received', [['code', 'missing'], 2], [['code', 'failed'], 0]),
  ...about('account_security.change_contact', [['contact', 'change'], 1.2]),
  ...about('account_security.phishing_report', [['phishing'], 1.8]),
  ...about('account_security.close_account', [['close', 'account'], 1.8]),

  ...about('verification.rejected', [['identity', 'failed'], 2]),
  ...about('verification.pending', [['identity', 'pending'], 1.5]),
  ...about('verification.change_details', [['identity', 'change'], 1.5]),
  ...about('verification.how_to', [['identity', 'how'], 1.2]),
  ...about('verification', [['identity'], 0.9]),

  ...about('trading.order_not_filled', [['order', 'filled'], 1.5], [['order', 'pending'], 0]),
  ...about('trading.cancel_order', [['order', 'cancel'], 1.6]),
  ...about(
    'trading.price_dispute',
    [['price', 'filled'], 1.2],
    [['price', 'order', 'wrong'], 1],
    [['price', 'trade', 'wrong'], 0.5],
  ),
  ...about('trading.fees', [['trade', 'fee'], 0.8]),
  ...about('trading.market_halted', [['trade', 'suspended'], 1]),
  ...about('trading.how_to', [['order', 'how'], 0.2], [['trade', 'how'], 0.2]),
  ...about('trading', [['order'], 0], [['trade'], 0]),

  ...about('futures.liquidation', [['futures', 'liquidated'], 2], [['liquidated'], 1.4]),
  ...about('futures.funding_fee', [['funding', 'fee'], 1.5], [['funding', 'futures'], 1.5], [['funding'], 1]),
  ...about('futures.settlement_dispute', [['futures', 'settlement'], 1.5]),
  ...about('futures.leverage', [['leverage'], 1], [['leverage', 'change'], 1.5]),
  ...about('futures', [['futures'], 0.4]),

  ...about('margin.borrow_repay', [['borrow'], 0.9], [['margin', 'borrow'], 2]),
  ...about('margin.interest', [['margin', 'interest'], 2], [['borrow', 'interest'], 2]),
  ...about('margin.margin_call', [['call'], 3]),
  ...about('margin.liquidation', [['margin', 'liquidated'], 1.6]),
  ...about('margin', [['margin'], 0.3]),

  ...about(
    'p2p_fiat.not_released',
    [['seller', 'release'], 2.5],
    [['p2p', 'release'], 2.5],
    [['p2p', 'paid', 'missing'], 1.5],
  ),
  ...about(
    'p2p_fiat.payment_not_received',
    [['p2p', 'seller', 'missing'], 1.4],
    [['seller', 'paid', 'missing'], 1.4],
  ),
  ...about(
    'p2p_fiat.appeal',
    [['p2p', 'appeal'], 2.5],
    [['seller', 'appeal'], 2.2],
    [['appeal', 'paid'], 1.2],
  ),
  ...about('p2p_fiat.blocked', [['p2p', 'locked'], 2], [['bank', 'locked'], 1.6]),
  ...about('p2p_fiat.card_failed', [['card', 'failed'], 1.6], [['card', 'deposit', 'failed'], 1.6]),
  ...about(
    'p2p_fiat.transfer_pending',
    [['bank', 'pending'], 1.2],
    [['bank', 'missing'], 1.6],
    [['bank', 'sent', 'missing'], 1.6],
    [['fiat', 'pending'], 0.8],
    [['fiat', 'withdraw', 'pending'], 1.2],
    [['fiat', 'missing'], 0.8],
  ),
  ...about('p2p_fiat', [['p2p'], 1], [['fiat'], 0.2], [['bank'], 0.2], [['card'], 0.2]),

  ...about('api.keys', [['key'], 1.2], [['api', 'key'], 1.2]),
  ...about('api.signature_error', [['api', 'signature'], 2], [['signature', 'failed'], 0.8]),
  ...about('api.rate_limit', [['rate'], 1.4], [['api', 'rate'], 2]),
  ...about('api.connection', [['socket', 'api'], 1.6], [['socket'], 1]),
  ...about('api', [['api'], 0.8]),

  ...about('other.earn', [['earn'], 1.2]),
  ...about('other.promotion', [['promotion'], 1], [['promotion', 'missing'], 2]),
  ...about('other.listing', [['listing'], 1]),
  ...about('other.statement', [['statement'], 1]),
  ...about('other.suggestion', [['suggestion'], 1]),
  ...about('other.complaint', [['complaint'], 1.5]),
  ...about('other.vulnerability', [['vulnerability'], 2.6]),
];
