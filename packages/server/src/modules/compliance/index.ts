import type { Platform } from '../../platform/platform.ts';
import { secretsRemoved } from '../conversations/index.ts';
import { accountFreezeChanged, type ExchangeConnector } from '../exchange/index.ts';
import { noteFrozen } from './change-compromise.ts';
import { complianceRoutes } from './routes.ts';
import { takeLeak } from './take-leak.ts';

/** The door of the compliance module: what is done once a customer has written down what opens a wallet or an account. See README.md for what it promises. */
export function complianceModule(platform: Platform, connector: ExchangeConnector): void {
  const { database, relay } = platform;
  complianceRoutes(platform);

  relay.on(secretsRemoved, 'compliance.take_leak', async (events) => {
    for (const { subjectId, payload, occurredAt } of events) {
      const leak = { conversationId: subjectId, kinds: payload.kinds, at: occurredAt };
      await database.write((tx) => takeLeak(tx, platform, connector, leak));
    }
  });
  relay.on(accountFreezeChanged, 'compliance.note_frozen', async (events) => {
    for (const { subjectId, payload } of events)
      if (payload.state === 'frozen') await database.write((tx) => noteFrozen(tx, subjectId));
  });
}
