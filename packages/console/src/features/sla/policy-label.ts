import type { Translate } from '../../i18n/i18n.tsx';

/** The policies that an installation begins with, by id: as they are named there, and the key of the reader's words. */
const presets = {
  '019c0000-0000-7000-8000-000000000001': ['Stolen account', 'sla.preset.stolen_account'],
  '019c0000-0000-7000-8000-000000000002': [
    'Deposits and withdrawals to look into',
    'sla.preset.investigation',
  ],
  '019c0000-0000-7000-8000-000000000003': ['Standard', 'sla.preset.standard'],
} as const;

/** What a policy is called: one that came with the installation in the reader's language, until somebody gives it another name. */
export function policyLabel(t: Translate, { id, name }: { id: string; name: string }): string {
  const [, preset] = Object.entries(presets).find(([known]) => known === id) ?? [];
  return preset && preset[0] === name ? t(preset[1]) : name;
}
