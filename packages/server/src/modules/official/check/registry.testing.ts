import type { RegistryEntry } from './registry.ts';

const entry = (given: Partial<RegistryEntry> & Pick<RegistryEntry, 'kind' | 'value'>): RegistryEntry => ({
  standing: 'official',
  platform: null,
  subdomains: false,
  label: '',
  retired: false,
  ...given,
});

/** A registry as an exchange keeps it. */
export const registry: readonly RegistryEntry[] = [
  entry({ kind: 'domain', value: 'htx.com', subdomains: true, label: 'Website' }),
  entry({ kind: 'domain', value: 'harbour-exchange.com', label: 'Old site' }),
  entry({ kind: 'domain', value: 'huobi.com', retired: true }),
  entry({ kind: 'email', value: 'support@htx.com', label: 'Support' }),
  entry({ kind: 'email_domain', value: 'mail.htx.com', label: 'Notices' }),
  entry({ kind: 'phone', value: '+442079460958', label: 'Line' }),
  entry({ kind: 'handle', platform: 'telegram', value: 'htx_official', label: 'Channel' }),
  entry({ kind: 'handle', platform: 'x', value: 'htx_global', label: 'News' }),
  entry({ kind: 'handle', platform: 'whatsapp', value: '442079460958' }),
  entry({ kind: 'app', value: 'pro.huobi', label: 'Android' }),
  entry({ standing: 'impostor', kind: 'domain', value: 'htx-bonus.vip', subdomains: true }),
  entry({ standing: 'impostor', kind: 'handle', platform: 'telegram', value: 'htx_helpdesk_' }),
  entry({ standing: 'impostor', kind: 'phone', value: '+447700900123' }),
  entry({ standing: 'impostor', kind: 'email', value: 'agent@gmail.com' }),
];
