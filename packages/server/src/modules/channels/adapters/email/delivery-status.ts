/** What a delivery status (RFC 3464) says about one recipient; null for what it does not. */
export interface RecipientStatus {
  readonly recipient: string | null;
  /** Lower case. */
  readonly action: string | null;
  readonly status: string | null;
  readonly diagnostic: string | null;
}

/** The groups of fields in a machine-readable report, names in lower case; empty lines are between groups. */
export function readFieldGroups(text: string): Map<string, string[]>[] {
  const groups: Map<string, string[]>[] = [];
  let group: Map<string, string[]> | null = null;
  let last: string[] | null = null;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      group = null;
      last = null;
      continue;
    }
    if (/^[ \t]/.test(line) && last) {
      last.push(`${last.pop() ?? ''} ${line.trim()}`);
      continue;
    }
    const field = /^([\w-]{1,60})[ \t]*:(.*)$/.exec(line);
    if (!field) continue;
    if (!group) {
      group = new Map();
      groups.push(group);
    }
    const name = (field[1] ?? '').toLowerCase();
    last = group.get(name) ?? [];
    last.push((field[2] ?? '').trim());
    group.set(name, last);
  }
  return groups;
}

/** Each recipient of a delivery status. Reports without any recipient, and those that put all fields into one group, are read too. */
export function readDeliveryStatus(text: string): RecipientStatus[] {
  return readFieldGroups(text).flatMap((fields) => {
    const recipient =
      first(fields, 'final-recipient') ??
      first(fields, 'original-recipient') ??
      first(fields, 'x-actual-recipient');
    if (recipient === null && first(fields, 'action') === null && first(fields, 'status') === null) return [];
    return [
      {
        recipient: recipient === null ? null : addressIn(recipient),
        action:
          first(fields, 'action')
            ?.toLowerCase()
            .match(/[a-z]+/)?.[0] ?? null,
        status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(first(fields, 'status') ?? '')?.[0] ?? null,
        diagnostic:
          [...(fields.get('diagnostic-code') ?? [])]
            .map((code) => code.replace(/^[\w-]{1,20}\s*;\s*/, ''))
            .join(' ') || null,
      },
    ];
  });
}

const first = (fields: ReadonlyMap<string, string[]>, name: string): string | null =>
  fields.get(name)?.[0] ?? null;

/** `rfc822; <jane@example.com>` without its type and brackets. */
export function addressIn(value: string): string | null {
  const address = value
    .replace(/^[\w-]{1,20}\s*;\s*/, '')
    .replace(/[<>"]/g, '')
    .trim();
  return address.includes('@') ? address.slice(0, 320) : null;
}
