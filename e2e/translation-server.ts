import { type Phrase, registerTranslator } from '@fairlead/playground';
import { fastify } from 'fastify';

/** The simulated service of the playground, with phrases of a journey's own. */
export interface TranslationDesk {
  readonly url: string;
  /** All that it was given to read. */
  readonly read: string[];
  stop(): Promise<void>;
}

/** It asks for no key. `phrases`: `{…}` is what the product protects. */
export async function startTranslationDesk(phrases: readonly Phrase[]): Promise<TranslationDesk> {
  const read: string[] = [];
  const app = fastify({ forceCloseConnections: true });
  app.addHook('preHandler', async ({ body }) => {
    read.push(...[(body as { q: string | string[] }).q].flat());
  });
  registerTranslator(app, { key: null, phrases });
  return {
    url: await app.listen({ host: '127.0.0.1', port: 0 }),
    read,
    stop: async () => app.close(),
  };
}
