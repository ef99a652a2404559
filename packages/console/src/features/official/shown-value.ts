import { type OfficialEntry, officialPlatforms } from '@fairlead/contract';

/** A value as people write it: handles and senders' domains with their at sign, handles with their platform. */
export function shownValue({
  kind,
  platform,
  value,
}: Pick<OfficialEntry, 'kind' | 'platform' | 'value'>): string {
  if (kind === 'email_domain') return `@${value}`;
  if (kind !== 'handle' || !platform) return value;
  return `${officialPlatforms[platform]} ${/^\d+$/.test(value) ? `+${value}` : `@${value}`}`;
}

/** Whether a search means this entry. */
export function isMeant(it: OfficialEntry, search: string): boolean {
  const text = [shownValue(it), it.value, it.label, it.note].join('\n').toLocaleLowerCase();
  return text.includes(search.trim().toLocaleLowerCase());
}
