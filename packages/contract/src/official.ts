import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, id, moment } from './shapes.ts';

/** What an official channel is known by. `email_domain`: every address of it sends for us. */
export const officialKinds = ['domain', 'email', 'email_domain', 'phone', 'handle', 'app'] as const;
export type OfficialKind = (typeof officialKinds)[number];

/** Where handles are, and how people call these places: names of their own, the same in every language. */
export const officialPlatforms = {
  telegram: 'Telegram',
  x: 'X (Twitter)',
  facebook: 'Facebook',
  instagram: 'Instagram',
  youtube: 'YouTube',
  tiktok: 'TikTok',
  linkedin: 'LinkedIn',
  discord: 'Discord',
  whatsapp: 'WhatsApp',
  wechat: 'WeChat (微信)',
  weibo: 'Weibo (微博)',
  line: 'LINE',
  kakaotalk: 'KakaoTalk',
  zalo: 'Zalo',
  vk: 'VK',
  reddit: 'Reddit',
  medium: 'Medium',
} as const;
export type OfficialPlatform = keyof typeof officialPlatforms;
export const officialPlatformIds = Object.keys(officialPlatforms) as [
  OfficialPlatform,
  ...OfficialPlatform[],
];
const platform = z.enum(officialPlatformIds);

/** What somebody says that it is, where its form does not: a place, for a handle. */
export const officialForms = ['domain', 'email', 'phone', 'app', ...officialPlatformIds] as const;
export type OfficialForm = (typeof officialForms)[number];

/** `impostor`: known to pose as us, or made to be mistaken for us. `not_ours`: nothing of ours. `unclear`: nobody can tell from this. */
export const officialVerdicts = ['official', 'impostor', 'not_ours', 'unclear'] as const;
export type OfficialVerdict = (typeof officialVerdicts)[number];

/** Why; `of` names what of ours it resembles, or what it is about. */
export const officialReasons = [
  'known_impostor',
  'imitates',
  'before_at',
  'name_in_subdomain',
  'looks_like',
  'other_ending',
  'contains_name',
  'foreign_letters',
  'mixed_letters',
  'ip_address',
  'shortener',
  'dangerous_scheme',
  'retired',
  'not_listed',
  'which_platform',
  'country_code',
  'unreadable',
  'caller_forged',
  'sender_forged',
  'letter_proven',
  'letter_unproven',
  'letter_unchecked',
  'letter_headers_only',
  'letter_no_sender',
  'letter_reply_elsewhere',
  'letter_links_impostor',
] as const;
export type OfficialReason = (typeof officialReasons)[number];

export const maximumOfficialText = 2000;
export const maximumLetterBytes = 1024 * 1024;
export const maximumOfficialEntries = 5000;
export const maximumOfficialImport = 500;

export const officialFinding = z.object({
  /** As it was written. */
  input: z.string(),
  /** What it was taken for, in one form; null where it could not be read. */
  readAs: z
    .object({
      kind: z.enum(['domain', 'email', 'phone', 'handle', 'app']),
      value: z.string(),
      platform: platform.nullable(),
    })
    .nullable(),
  verdict: z.enum(officialVerdicts),
  /** What we call it, where it is ours. */
  label: z.string().nullable(),
  reasons: z.array(z.object({ code: z.enum(officialReasons), of: z.string().nullable() })),
});
export type OfficialFinding = z.infer<typeof officialFinding>;

/** What came of a check: the worst of its findings counts. */
export const officialCheck = z.object({
  verdict: z.enum(officialVerdicts),
  findings: z.array(officialFinding),
});
export type OfficialCheck = z.infer<typeof officialCheck>;

const proofs = ['pass', 'fail', 'softfail', 'neutral', 'none', 'policy', 'temperror', 'permerror'] as const;

/** What an e-mail proves of itself. SPF needs the connection over which it came, and so is never known here. */
export const officialLetterCheck = officialCheck.extend({
  letter: z.object({
    from: z.string().nullable(),
    replyTo: z.array(z.string()),
    returnPath: z.string().nullable(),
    subject: z.string(),
    /** Computed from the signatures in it, by the keys that DNS names now. */
    dkim: z.enum(proofs),
    dmarc: z.enum(proofs),
    signedBy: z.array(z.string()),
    /** Where it leads, apart from what is ours; at most 50. */
    foreignLinks: z.array(officialFinding),
    reasons: officialFinding.shape.reasons,
  }),
});
export type OfficialLetterCheck = z.infer<typeof officialLetterCheck>;

export const officialStandings = ['official', 'impostor'] as const;
export type OfficialStanding = (typeof officialStandings)[number];

const label = z.string().trim().max(120);
const note = z.string().trim().max(500);

const changeable = z.object({
  /** What we call it; customers read it where it is official. */
  label: label.default(''),
  /** For colleagues. */
  note: note.default(''),
  /** Everything below the domain too. */
  subdomains: z.boolean().default(false),
});
const entryBody = changeable.extend({
  standing: z.enum(officialStandings),
  kind: z.enum(officialKinds),
  platform: platform.nullable().default(null),
  value: z.string().trim().min(1).max(300),
});
export type OfficialEntryBody = z.output<typeof entryBody>;

export const officialEntry = entryBody.extend({
  id,
  /** A retired one is ours no longer, or no longer counts as an impostor. */
  state: z.enum(['active', 'retired']),
  /** The agent who added it; null where it came with the installation. */
  addedBy: id.nullable(),
  createdAt: moment,
  updatedAt: moment,
});
export type OfficialEntry = z.infer<typeof officialEntry>;

export const officialReport = z.object({
  id,
  kind: z.enum(officialKinds),
  platform: platform.nullable(),
  value: z.string(),
  /** How often it was reported. */
  count: z.number().int(),
  /** What the last few said of it. */
  notes: z.array(z.string()),
  state: z.enum(['open', 'accepted', 'dismissed']),
  firstAt: moment,
  lastAt: moment,
});
export type OfficialReport = z.infer<typeof officialReport>;

const read = { permission: 'official.read' } as const;
const manage = { permission: 'official.manage' } as const;
const asked = z.object({
  /** A link, handle, phone number or e-mail address, or a text with some of them. */
  text: z.string().trim().min(1).max(maximumOfficialText),
  form: z.enum(officialForms).optional(),
});

/** Is this really us? The registry that says so, and who asks it. */
export const officialEndpoints = {
  check: endpoint({
    method: 'POST',
    path: '/api/official-check',
    access: 'public',
    summary:
      'Ask whether a link, handle, phone number, app or e-mail address is the exchange’s own. What is not listed never counts as official.',
    body: asked,
    response: officialCheck,
  }),
  checkLetter: endpoint({
    method: 'POST',
    path: '/api/official-check/letter',
    access: 'public',
    summary:
      'The same of a whole e-mail: the body is its file as raw bytes (`application/octet-stream`), at most 1 MB. Its signatures are checked; its headers alone prove nothing.',
    response: officialLetterCheck,
    errors: ['request.too_large'],
  }),
  report: endpoint({
    method: 'POST',
    path: '/api/official-reports',
    access: 'public',
    summary: 'Tell the exchange of somebody who poses as it. What is its own is not taken.',
    body: asked.extend({ note: note.default('') }),
    response: z.object({ taken: z.number().int() }),
  }),
  list: endpoint({
    method: 'GET',
    path: '/api/official-entries',
    access: read,
    summary: 'All official channels and known impostors, the last changed first.',
    response: z.object({ items: z.array(officialEntry) }),
  }),
  add: endpoint({
    method: 'POST',
    path: '/api/official-entries',
    access: manage,
    summary: 'Add an official channel or a known impostor. It counts at once.',
    body: entryBody,
    response: officialEntry,
    errors: ['official.value_invalid', 'official.taken', 'official.too_many'],
  }),
  importLines: endpoint({
    method: 'POST',
    path: '/api/official-entries/import',
    access: manage,
    summary:
      'Add many, one a line: a link, address, number or handle, and after a comma what it is called. What is there already is passed over.',
    body: z.object({
      standing: z.enum(officialStandings),
      lines: z.array(z.string().max(500)).min(1).max(maximumOfficialImport),
      subdomains: z.boolean().default(false),
    }),
    response: z.object({
      added: z.number().int(),
      known: z.number().int(),
      /** Lines that could not be read, as they were. */
      refused: z.array(z.string()),
    }),
    errors: ['official.too_many'],
  }),
  update: endpoint({
    method: 'PUT',
    path: '/api/official-entries/:id',
    access: manage,
    summary: 'Change what an entry is called or covers, retire it, or bring it back.',
    params: byId,
    body: changeable.extend({ state: z.enum(['active', 'retired']) }),
    response: officialEntry,
    errors: ['official.value_invalid'],
  }),
  listReports: endpoint({
    method: 'GET',
    path: '/api/official-reports',
    access: read,
    summary:
      'What customers reported as posing as the exchange and nobody has decided, the most reported first.',
    response: z.object({ items: z.array(officialReport) }),
  }),
  decide: endpoint({
    method: 'POST',
    path: '/api/official-reports/:id/decide',
    access: manage,
    summary: 'Take a report as a known impostor, or dismiss it.',
    params: byId,
    body: z.object({ decision: z.enum(['accept', 'dismiss']), note: note.default('') }),
    response: officialReport,
    errors: ['official.report_decided'],
  }),
};
