import { Buffer } from 'node:buffer';
import type { Bus } from './bus/bus.ts';
import { createLocalBus } from './bus/local-bus.ts';
import { createNatsBus } from './bus/nats-bus.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config/settings.ts';
import { newId } from './crypto/ids.ts';
import { createKeys, type Keys } from './crypto/secrets.ts';
import { type Database, openDatabase } from './database/database.ts';
import { migrate } from './database/migrate.ts';
import { createRelay, type Relay } from './events/relay.ts';
import type { FileStore } from './files/file-store.ts';
import { openFileStore } from './files/open-file-store.ts';
import { createHttp, type Http } from './http/http.ts';
import { callerAddress, trustProxies } from './http/trusted-proxies.ts';
import { createJobs, type Jobs } from './jobs/jobs.ts';
import { createLive, type Live } from './live/live.ts';
import { createLog, type Log } from './log/log.ts';
import { createMail, type Mail } from './mail/mail.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createPictureReader, type PictureReader } from './picture-text/picture-reader.ts';
import { readOrMakeSetting, readSetting } from './setting-store.ts';

/** The ground floor as modules get it. */
export interface Platform {
  readonly nodeId: string;
  readonly config: Config;
  /** How people reach this server, without a slash at the end. */
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly database: Database;
  readonly keys: Keys;
  readonly bus: Bus;
  readonly relay: Relay;
  readonly jobs: Jobs;
  readonly http: Http;
  readonly live: Live;
  readonly files: FileStore;
  readonly mail: Mail;
  readonly pictureReader: PictureReader;
}

/**
 * Opens everything a node stands on, with the database brought up to this build's schema. Nothing runs yet: see start.
 * `clock` and `log` are for tests.
 */
export async function createPlatform(options: {
  config: Config;
  connectionString: string;
  dataDirectory: string;
  clock?: Clock;
  log?: Log;
}): Promise<Platform> {
  const { config, connectionString, clock = systemClock, log = createLog(config.LOG_LEVEL) } = options;
  const nodeId = newId().slice(-12);
  const metrics = createMetrics();
  const applied = await migrate(connectionString);
  if (applied.length > 0) log.debug({ applied }, 'database migrated');
  const bus = config.NATS_URL ? createNatsBus({ url: config.NATS_URL, nodeId, log }) : createLocalBus();
  const database = openDatabase({
    connectionString,
    connections: config.DATABASE_POOL,
    clock,
    log,
    onEvents: () => bus.publish('outbox', ''),
  });
  const work = config.ROLE !== 'web';
  const relay = createRelay({ database, log, metrics });
  const rootSecret = config.SECRET ?? (await readOrMakeSetting(database, 'root_secret', makeRootSecret));
  const secretsBefore = [
    config.SECRET_BEFORE,
    config.SECRET && (await readSetting<string>(database.reader(), 'root_secret')),
  ].filter((it) => it !== undefined);
  const unlimited = !config.RATE_LIMITS;
  const trustProxy = trustProxies(config.TRUST_PROXY);
  return {
    nodeId,
    config,
    publicUrl: (config.PUBLIC_URL ?? `http://localhost:${config.PORT}`).replace(/\/$/, ''),
    clock,
    log,
    metrics,
    database,
    keys: createKeys(rootSecret, secretsBefore),
    bus,
    relay,
    jobs: createJobs({ database, bus, log, metrics, work }),
    http: createHttp({ log, metrics, trustProxy, unlimited }),
    live: createLive({
      bus,
      clock,
      log,
      metrics,
      unlimited,
      addressOf: (upgrade) => callerAddress(upgrade, trustProxy),
    }),
    files: openFileStore(config, options.dataDirectory),
    mail: createMail({ url: config.SMTP_URL, from: config.MAIL_FROM, log }),
    pictureReader: createPictureReader({ on: work && config.READ_PICTURES, log }),
  };
}

const makeRootSecret = () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
