import { z } from 'zod';
import { namesProxies, type TrustedProxies } from '../http/trusted-proxies.ts';
import {
  type ExplorerAddress,
  type ExplorerKeys,
  readExplorerKeys,
  readExplorers,
} from './read-explorers.ts';

const flag = z.enum(['true', 'false', '1', '0', '']).transform((value) => value === 'true' || value === '1');
/** `true` is one proxy, whoever is connected; otherwise the proxies are named. */
const proxies = z.string().transform((value, context): TrustedProxies => {
  const named = value.split(',').map((it) => it.trim());
  if (named.length === 1 && flag.safeParse(value).success) return flag.parse(value) && 'nearest';
  if (named.every(namesProxies)) return named;
  context.addIssue('true, false, or addresses and networks of proxies, or loopback, with commas between');
  return z.NEVER;
});
const explorers = z.string().transform((value, context): ExplorerAddress[] => {
  const read = readExplorers(value);
  if (read) return read;
  context.addIssue(
    'chain:api:address with commas between, one for a chain, without a password or question mark',
  );
  return z.NEVER;
});
const explorerKeys = z.string().transform((value, context): ExplorerKeys => {
  const read = readExplorerKeys(value);
  if (read) return read;
  // What was given is not repeated: it may be a key.
  context.addIssue('one key, or chain:key with commas between');
  return z.NEVER;
});
const bytes = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

/**
 * Every setting the server reads from its environment, with its meaning. The table in docs/operations.md is made from this.
 * An empty variable counts as absent.
 */
export const settings = {
  PORT: { schema: z.coerce.number().int().min(0).max(65535).default(4800), about: 'Port to listen on.' },
  HOST: {
    schema: z.string().default('127.0.0.1'),
    about: 'Address to listen on; `0.0.0.0` to be reached from other machines.',
  },
  PUBLIC_URL: {
    schema: z.url().optional(),
    about: 'How people reach this server, for links in e-mail. Default: `http://localhost:PORT`.',
  },
  ROLE: {
    schema: z.enum(['all', 'web', 'worker']).default('all'),
    about: '`web` answers people, `worker` does what is done later, `all` both.',
  },
  DEMO: {
    schema: flag.optional(),
    about:
      'Fill an empty installation with a demo exchange and serve the playground. Default: yes where only this machine can connect (see `HOST`) and none of `PUBLIC_URL`, `TRUST_PROXY` and `DATABASE_URL` is set.',
  },
  DATA_DIRECTORY: {
    schema: z.string().optional(),
    about:
      'Where the embedded database and files are kept. Default: `data` in the project, or below `/var/lib/fairlead` when root runs it in a place that others cannot enter.',
  },
  DATABASE_URL: {
    schema: z.string().startsWith('postgres').optional(),
    about:
      'A PostgreSQL server (15 or newer) instead of the embedded one. A pooler in between must know prepared statements.',
  },
  DATABASE_POOL: {
    schema: z.coerce.number().int().min(4).max(200).default(20),
    about: 'Connections per node.',
  },
  SECRET: {
    schema: z.string().min(32).optional(),
    about:
      'The root of all keys (at least 32 characters), the same on every node. Default: made at the first start and kept in the database.',
  },
  SECRET_BEFORE: {
    schema: z.string().min(32).optional(),
    about:
      'The `SECRET` until now, when it is changed: what it encrypted still opens, and the keys of sensitive files and of letters are wrapped anew. Default: the one kept in the database, if there is one.',
  },
  NATS_URL: {
    schema: z.string().startsWith('nats').optional(),
    about: 'NATS server that carries hints between nodes. Needed with more than one web node.',
  },
  S3_BUCKET: { schema: z.string().optional(), about: 'Keep files in this bucket instead of on disk.' },
  S3_ENDPOINT: {
    schema: z.url().optional(),
    about: 'Address of an S3-compatible service; default Amazon’s.',
  },
  S3_REGION: { schema: z.string().default('us-east-1'), about: 'Region of the bucket.' },
  S3_ACCESS_KEY_ID: {
    schema: z.string().optional(),
    about: 'Access key; default: the machine’s own credentials.',
  },
  S3_SECRET_ACCESS_KEY: { schema: z.string().optional(), about: 'Secret of the access key.' },
  SMTP_URL: {
    schema: z.string().startsWith('smtp').optional(),
    about:
      'Server for outgoing mail, such as `smtps://user:password@mail.example.com`. Without it links are shown to administrators only.',
  },
  MAIL_FROM: { schema: z.string().default('Support <support@localhost>'), about: 'Sender of our mail.' },
  ANNOUNCEMENT_LETTERS_PER_SECOND: {
    schema: z.coerce.number().int().min(1).max(10_000).default(20),
    about:
      'So many letters about announcements leave in a second, over all nodes: as many as the mail server takes without holding back other letters.',
  },
  INBOUND_SMTP_PORT: {
    schema: z.coerce.number().int().min(0).max(65535).optional(),
    about:
      'Receive letters for e-mail inboxes on this port, as an MX or behind a relay. Default: not at all.',
  },
  INBOUND_SMTP_HOST: {
    schema: z.string().default('127.0.0.1'),
    about: 'Address to receive letters on; `0.0.0.0` for letters from other machines.',
  },
  INBOUND_SMTP_CERTIFICATE: {
    schema: z.string().optional(),
    about: 'File with the certificate (PEM) for STARTTLS; with `INBOUND_SMTP_KEY`.',
  },
  INBOUND_SMTP_RELAYS: {
    schema: proxies.default(false),
    about:
      'Mail servers of yours that pass letters on to that port: addresses and networks as in `TRUST_PROXY`, or `true` for whoever connects. What they pass on is not limited, and SPF is not asked about them.',
  },
  INBOUND_SMTP_KEY: { schema: z.string().optional(), about: 'File with its private key (PEM).' },
  LETTER_PICTURES_FROM: {
    schema: proxies.default(false),
    about:
      'Networks of yours from which pictures that letters show may be fetched, as in `TRUST_PROXY`. Default: the public internet only.',
  },
  WEBHOOKS_TO: {
    schema: proxies.default(false),
    about:
      'Networks of yours to which webhooks may be sent, as in `TRUST_PROXY`, also without TLS. Default: the public internet only, by HTTPS.',
  },
  PLATFORMS_AT: {
    schema: proxies.default(false),
    about:
      'Networks of yours in which a platform of a channel may be asked, such as a Bot API server of your own, as in `TRUST_PROXY`, also without TLS. Default: the public internet only, by HTTPS.',
  },
  MODELS_AT: {
    schema: proxies.default(false),
    about:
      'Networks of yours in which a language model or a translation service may be asked, as in `TRUST_PROXY`, also without TLS. Default: the public internet only, by HTTPS.',
  },
  MAXIMUM_LETTER_BYTES: { schema: bytes(50 * 1024 * 1024), about: 'Largest letter that is received.' },
  MAXIMUM_UPLOAD_BYTES: { schema: bytes(50 * 1024 * 1024), about: 'Largest file that may be sent.' },
  READ_PICTURES: {
    schema: flag.default(true),
    about:
      'Read transaction ids, addresses, amounts, order numbers and error codes in pictures on tickets. Done by workers, on this machine.',
  },
  FREEZE_NEEDS_TWO: {
    schema: flag.default(true),
    about:
      'An account that an agent wants frozen at the exchange is frozen once a second person has agreed. Off: at once. Customers freeze their own by a code, in either case.',
  },
  ASSISTANT: {
    schema: flag.default(true),
    about:
      'Let the assistant answer first in the inboxes that are set so. Off: new chats wait for people, and those that it has go to them with the next message.',
  },
  RATE_LIMITS: {
    schema: flag.default(true),
    about: 'Limit how fast one caller may ask. Off only to measure load.',
  },
  TRUST_PROXY: {
    schema: proxies.default(false),
    about:
      'Behind reverse proxies: whose `X-Forwarded-*` is believed. Addresses and networks with commas between (`loopback,10.0.0.0/8`), or `true` for exactly one proxy in front, whatever its address.',
  },
  EXCHANGE_URL: {
    schema: z.url().optional(),
    about:
      'The exchange’s public REST API, such as `https://api.huobi.pro`. Default: none, and the demo’s own in the demo. See docs/connect-an-exchange.md.',
  },
  EXCHANGE_STATUS_URL: {
    schema: z.url().optional(),
    about:
      'Summary of the exchange’s status page, such as `https://status.huobigroup.com/api/v2/summary.json`.',
  },
  EXCHANGE_BACK_OFFICE_URL: {
    schema: z.url().optional(),
    about:
      'The exchange’s gateway for facts of its customers. Asked only where `EXCHANGE_KEY`, `EXCHANGE_SECRET` and `EXCHANGE_BACK_OFFICE_TOKEN` are set too.',
  },
  EXCHANGE_BACK_OFFICE_TOKEN: {
    schema: z.string().min(16).optional(),
    about: 'Bearer token for that gateway.',
  },
  EXCHANGE_KEY: {
    schema: z.string().optional(),
    about: 'Access key with which requests to that gateway are signed; read-only. Never a customer’s.',
  },
  EXCHANGE_SECRET: { schema: z.string().optional(), about: 'Secret of the access key.' },
  EXPLORERS: {
    schema: explorers.optional(),
    about:
      'Block explorers to ask about a TXID that the exchange has no record of: `chain:api:address`, with commas between, such as `bitcoin:esplora:https://blockstream.info/api,ethereum:blockscout:https://eth.blockscout.com`. `esplora` for bitcoin, litecoin and dogecoin, `blockscout` or `etherscan` for ethereum, bsc, arbitrum and polygon, `xrpl` for xrp. Default: none, and simulated ones in the demo.',
  },
  EXPLORER_KEYS: {
    schema: explorerKeys.optional(),
    about:
      'Keys of those that want one (`etherscan`): one for all chains, or `chain:key` with commas between. They are sent to the explorer only, and never logged.',
  },
  LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    about: 'How much is logged (JSON lines).',
  },
  METRICS_TOKEN: {
    schema: z.string().min(16).optional(),
    about:
      'Bearer token for `/metrics`. Without it metrics are answered to this machine only, and not through a proxy.',
  },
} as const satisfies Record<string, { schema: z.ZodType; about: string }>;

type Settings = typeof settings;
/** The settings as read. */
export type Config = { readonly [K in keyof Settings]: z.output<Settings[K]['schema']> };
