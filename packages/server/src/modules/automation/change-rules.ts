import { maximumRules, type Rule, type RuleBody } from '@fairlead/contract';
import { newId } from '../../platform/crypto/ids.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { requireNamed } from '../tickets/index.ts';
import { noteReplies } from './reply-texts.ts';
import type { RuleRecord } from './rule.ts';
import { deleteRuleRow, holdRules, listRules, placeRules, saveRule } from './rule-store.ts';
import { countRunsOfRules } from './run-store.ts';

const week = 7 * 24 * 3_600_000;

/** All rules in their order, with how often each was run. */
export async function readRules(reader: Reader): Promise<Rule[]> {
  const counts = await countRunsOfRules(reader, new Date(reader.now.getTime() - week));
  return (await listRules(reader)).map((record) => {
    const { sweptAt: _, updatedAt, ...rule } = record;
    return {
      ...rule,
      updatedAt: updatedAt.toISOString(),
      runs: counts.get(rule.id)?.runs ?? 0,
      lastRunAt: counts.get(rule.id)?.lastRunAt.toISOString() ?? null,
    };
  });
}

/** Adds a rule behind the others. Throws what it names and is not there, and `automation.too_many_rules`. */
export async function createRule(tx: Tx, body: RuleBody): Promise<Rule> {
  await holdRules(tx);
  await requireNamed(tx, body.actions);
  const rules = await listRules(tx);
  if (rules.length >= maximumRules) throw fail('automation.too_many_rules', { maximum: maximumRules });
  // When it was made is read from it: see madeAt.
  const id = newId(tx.now.getTime());
  await saveRule(tx, id, (rules.at(-1)?.position ?? 0) + 1, body);
  await noteReplies(tx, id, null, body);
  return readRule(tx, id);
}

/** Throws `automation.rule_not_found`, and what it names and is not there. */
export async function updateRule(tx: Tx, id: string, body: RuleBody): Promise<Rule> {
  const { position, actions } = await holdRule(tx, id);
  await requireNamed(tx, body.actions);
  await saveRule(tx, id, position, body);
  await noteReplies(tx, id, { actions }, body);
  return readRule(tx, id);
}

/** Throws `automation.rule_not_found`. */
export async function switchRule(tx: Tx, id: string, enabled: boolean): Promise<Rule> {
  const before = await holdRule(tx, id);
  if (before.enabled !== enabled) await saveRule(tx, id, before.position, { ...before, enabled });
  return readRule(tx, id);
}

/** Throws `automation.rule_not_found`. */
export async function deleteRule(tx: Tx, id: string): Promise<void> {
  if (!(await deleteRuleRow(tx, id))) throw fail('automation.rule_not_found');
}

/** Throws `automation.order_incomplete` unless each rule is named once. */
export async function orderRules(tx: Tx, ids: readonly string[]): Promise<Rule[]> {
  await holdRules(tx);
  const known = new Set((await listRules(tx)).map((it) => it.id));
  const whole =
    ids.length === known.size && new Set(ids).size === ids.length && ids.every((id) => known.has(id));
  if (!whole) throw fail('automation.order_incomplete');
  await placeRules(tx, ids);
  return readRules(tx);
}

async function holdRule(tx: Tx, id: string): Promise<RuleRecord> {
  await holdRules(tx);
  const rule = (await listRules(tx)).find((it) => it.id === id);
  if (!rule) throw fail('automation.rule_not_found');
  return rule;
}

async function readRule(reader: Reader, id: string): Promise<Rule> {
  const rule = (await readRules(reader)).find((it) => it.id === id);
  if (!rule) throw fail('automation.rule_not_found');
  return rule;
}
