import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { createTestServer } from '../../../testing/test-server.ts';
import { inboundSink } from '../../conversations/index.ts';
import { absent, evaluationData } from '../adapters/email/evaluation-data.testing.ts';
import { createIngest } from '../ingest.ts';
import { createLetterDoor } from './letter-door.ts';

const email = evaluationData('email');
const title =
  email === null ? absent('email') : 'every ugly letter is taken in, or kept with the reason why not';

test.skipIf(email === null)(
  title,
  async () => {
    // Nobody but this test takes anything up.
    const { platform, world } = await createTestServer({ ROLE: 'web' });
    const admin = await world.agent({ roles: ['administrator'] });
    const inbox = await admin.call(endpoints.channels.createInbox, {
      body: {
        channel: 'email',
        name: 'Letters',
        allowedOrigins: [],
        topics: [],
        topicTeams: {},
        defaultTeamId: await world.team(),
        reopenHours: 72,
        acceptSeconds: 60,
        answerHours: 24,
        enabled: true,
      },
    });
    await admin.call(endpoints.channels.saveEmailInbox, {
      params: { id: inbox.id },
      body: {
        address: 'support@harbour.example',
        fromName: 'Harbour',
        signatures: {},
        imap: null,
        smtp: null,
        dkim: null,
        secrets: {},
      },
    });
    const door = createLetterDoor(platform, createIngest(platform, inboundSink(platform)), async () => {
      throw Object.assign(new Error('no such record'), { code: 'ENOTFOUND' });
    });
    const paths = ['mailparser', 'mime4j/testmsgs', 'mime4j/mimetools-testmsgs', 'bounces'].flatMap(
      (folder) =>
        readdirSync(join(email ?? '', folder))
          // What the letters are expected to hold stands beside them.
          .filter((name) => !/\.(?:xml|json|txt|bin)$/.test(name))
          .map((name) => join(email ?? '', folder, name)),
    );
    const outcomes = new Map<string, number>();
    const wrong: string[] = [];
    for (const path of paths) {
      const letter = { inboxId: inbox.id, raw: readFileSync(path), deliveredTo: [], arrival: null };
      const { state, done } = await door.receive(letter);
      const outcome = await done;
      const what = state === 'known' ? 'known' : (outcome?.state ?? 'nothing');
      outcomes.set(what, (outcomes.get(what) ?? 0) + 1);
      // What has no sender, or nothing in it, is refused with a code; nothing else may end so, and nothing is to be tried for ever.
      const refused = outcome && 'error' in outcome ? outcome.error : '';
      if (refused !== '' && !/^request\.invalid \{"field":"(?:from|letter)"\}$/.test(refused))
        wrong.push(`${path}: ${refused}`);
    }
    expect(wrong).toEqual([]);
    expect(paths.length).toBeGreaterThan(150);
    const taken = (outcomes.get('ingested') ?? 0) + (outcomes.get('known') ?? 0);
    expect(taken / paths.length).toBeGreaterThan(0.75);
  },
  600_000,
);
