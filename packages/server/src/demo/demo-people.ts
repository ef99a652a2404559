import type { Locale, Role } from '@fairlead/contract';

/** The demo exchange's teams; keys are for this folder only. */
export const demoTeams = {
  general: { name: 'Trading support', description: 'Orders, fees, products, everything else', skill: null },
  funds: {
    name: 'Deposits and withdrawals',
    description: 'Missing deposits, held withdrawals, wrong networks',
    skill: 'funds',
  },
  security: {
    name: 'Account security',
    description: 'Locked and stolen accounts, lost authenticators',
    skill: 'security',
  },
  verification: {
    name: 'Identity verification',
    description: 'KYC reviews and documents',
    skill: 'verification',
  },
} as const;
export type DemoTeam = keyof typeof demoTeams;

interface DemoAgent {
  name: string;
  email: string;
  locale: Locale;
  roles: Role[];
  teams: DemoTeam[];
  languages: Array<{ language: string; level: 1 | 2 | 3 }>;
  skills: string[];
}

/** The first is whom the start prints. */
export const demoAgents: readonly DemoAgent[] = [
  {
    name: 'Mei Lin',
    email: 'mei@example.com',
    locale: 'en',
    roles: ['administrator', 'agent'],
    teams: ['general', 'funds', 'security', 'verification'],
    languages: [
      { language: 'zh', level: 3 },
      { language: 'en', level: 3 },
    ],
    skills: ['funds', 'security', 'verification'],
  },
  {
    name: 'Daniel Okafor',
    email: 'daniel@example.com',
    locale: 'en',
    roles: ['team_lead', 'agent'],
    teams: ['general', 'funds'],
    languages: [
      { language: 'en', level: 3 },
      { language: 'es', level: 2 },
    ],
    skills: ['funds'],
  },
  {
    name: '周晓雯',
    email: 'xiaowen@example.com',
    locale: 'zh-CN',
    roles: ['agent', 'document_reviewer'],
    teams: ['general', 'verification'],
    languages: [
      { language: 'zh', level: 3 },
      { language: 'en', level: 1 },
    ],
    skills: ['verification'],
  },
  {
    name: '佐藤 健',
    email: 'ken@example.com',
    locale: 'ja',
    roles: ['agent', 'document_reviewer'],
    teams: ['general', 'security'],
    languages: [
      { language: 'ja', level: 3 },
      { language: 'en', level: 2 },
    ],
    skills: ['security'],
  },
  {
    name: '김민서',
    email: 'minseo@example.com',
    locale: 'ko',
    roles: ['agent'],
    teams: ['general', 'funds'],
    languages: [
      { language: 'ko', level: 3 },
      { language: 'en', level: 2 },
    ],
    skills: ['funds'],
  },
  {
    name: 'Анна Соколова',
    email: 'anna@example.com',
    locale: 'ru',
    roles: ['agent', 'document_reviewer'],
    teams: ['general', 'funds', 'security'],
    languages: [
      { language: 'ru', level: 3 },
      { language: 'en', level: 2 },
    ],
    skills: ['funds', 'security'],
  },
  {
    name: 'Lucía Herrera',
    email: 'lucia@example.com',
    locale: 'es',
    roles: ['agent', 'document_reviewer'],
    teams: ['general', 'verification'],
    languages: [
      { language: 'es', level: 3 },
      { language: 'pt', level: 2 },
      { language: 'en', level: 2 },
    ],
    skills: ['verification'],
  },
  {
    name: 'Trần Quốc Bảo',
    email: 'bao@example.com',
    locale: 'vi',
    roles: ['agent'],
    teams: ['general', 'funds'],
    languages: [
      { language: 'vi', level: 3 },
      { language: 'en', level: 2 },
    ],
    skills: ['funds'],
  },
  {
    name: 'Priya Raman',
    email: 'priya@example.com',
    locale: 'en',
    roles: ['auditor'],
    teams: [],
    languages: [{ language: 'en', level: 3 }],
    skills: [],
  },
];

interface DemoCustomer {
  /** The exchange's UID; without one a visitor. */
  uid: string | null;
  name: string | null;
  email: string | null;
  locale: Locale;
  tier: 'standard' | 'vip' | 'pro';
  timeZone: string;
}

export const demoCustomers = {
  linh: {
    uid: '40218831',
    name: 'Nguyễn Thùy Linh',
    email: 'linh.nguyen@example.com',
    locale: 'vi',
    tier: 'standard',
    timeZone: 'Asia/Ho_Chi_Minh',
  },
  chen: {
    uid: '18826077',
    name: '陈志远',
    email: 'chen.zhiyuan@example.com',
    locale: 'zh-CN',
    tier: 'vip',
    timeZone: 'Asia/Singapore',
  },
  tanaka: {
    uid: '29077164',
    name: '田中 美咲',
    email: 'tanaka.misaki@example.com',
    locale: 'ja',
    tier: 'pro',
    timeZone: 'Asia/Tokyo',
  },
  ivan: {
    uid: '35190446',
    name: 'Иван Петров',
    email: 'ivan.petrov@example.com',
    locale: 'ru',
    tier: 'standard',
    timeZone: 'Asia/Almaty',
  },
  carlos: {
    uid: '41773205',
    name: 'Carlos Méndez',
    email: 'carlos.mendez@example.com',
    locale: 'es',
    tier: 'standard',
    timeZone: 'America/Mexico_City',
  },
  jiwoo: {
    uid: '33861092',
    name: '이지우',
    email: 'jiwoo.lee@example.com',
    locale: 'ko',
    tier: 'vip',
    timeZone: 'Asia/Seoul',
  },
  amelia: {
    uid: '27745510',
    name: 'Amelia Hart',
    email: 'amelia.hart@example.com',
    locale: 'en',
    tier: 'pro',
    timeZone: 'Europe/London',
  },
  wang: {
    uid: '50112938',
    name: '王佳怡',
    email: 'wang.jiayi@example.com',
    locale: 'zh-CN',
    tier: 'standard',
    timeZone: 'Asia/Kuala_Lumpur',
  },
  elif: {
    uid: '46602781',
    name: 'Elif Kaya',
    email: 'elif.kaya@example.com',
    locale: 'tr',
    tier: 'standard',
    timeZone: 'Europe/Istanbul',
  },
  visitorEn: {
    uid: null,
    name: null,
    email: null,
    locale: 'en',
    tier: 'standard',
    timeZone: 'Europe/Dublin',
  },
  visitorZh: {
    uid: null,
    name: null,
    email: null,
    locale: 'zh-CN',
    tier: 'standard',
    timeZone: 'Asia/Hong_Kong',
  },
} as const satisfies Record<string, DemoCustomer>;
export type DemoCustomerKey = keyof typeof demoCustomers;
