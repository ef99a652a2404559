import type { OfficialEntryBody } from '@fairlead/contract';

const ours = (
  kind: OfficialEntryBody['kind'],
  value: string,
  label: string,
  more: Partial<OfficialEntryBody> = {},
): OfficialEntryBody => ({
  standing: 'official',
  kind,
  value,
  label,
  note: '',
  platform: null,
  subdomains: false,
  ...more,
});
const fake = (
  kind: OfficialEntryBody['kind'],
  value: string,
  note: string,
  more: Partial<OfficialEntryBody> = {},
): OfficialEntryBody => ({ ...ours(kind, value, ''), standing: 'impostor', note, ...more });

/** The registry of the demo exchange. Names and numbers are those that are reserved for examples: nobody has them. */
export const demoOfficial: readonly OfficialEntryBody[] = [
  ours('domain', 'htx.example', 'Website, trading and help center', { subdomains: true }),
  ours('domain', 'htx-careers.example', 'Jobs'),
  ours('email', 'support@htx.example', 'Support'),
  ours('email_domain', 'mail.htx.example', 'Codes, notices, newsletters', { subdomains: true }),
  ours('phone', '+44 20 7946 0958', 'Call-back line of account security', {
    note: 'Only calls back; never asks for codes.',
  }),
  ours('handle', 'htx_example', 'Announcements', { platform: 'telegram' }),
  ours('handle', 'htx_support_example', 'Support bot', { platform: 'telegram' }),
  ours('handle', 'htx_example', 'News and status', { platform: 'x' }),
  ours('handle', 'htx.example', 'Page', { platform: 'facebook' }),
  ours('handle', 'htxexample', 'Videos', { platform: 'youtube' }),
  ours('handle', 'htx_example_service', '公众号', { platform: 'wechat' }),
  ours('app', 'com.htx.example', 'Android app'),
  ours('app', 'id100000001', 'iOS app'),
  fake('domain', 'htx-bonus.example', 'Promises to double deposits; asks for a seed phrase.', {
    subdomains: true,
  }),
  fake('domain', 'htx-verify.example', 'Copy of the sign-in page, sent by SMS.', { subdomains: true }),
  fake('handle', 'htx_helpdesk_', 'Writes first, wants remote access.', { platform: 'telegram' }),
  fake('phone', '+44 7700 900123', 'Says it is “account security” and wants coins moved to a “safe wallet”.'),
];
