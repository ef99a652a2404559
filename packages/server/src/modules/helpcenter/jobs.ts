import { system } from '../../platform/actor.ts';
import { Failure } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { deleteOpeningsBefore, deleteSearchesBefore } from './deeds/deed-store.ts';
import { sweepHelpFiles } from './files/sweep-files.ts';
import { publishTranslation } from './move-translation.ts';
import { listToPublish } from './translation-store.ts';

const everyMilliseconds = 10_000;
const day = 24 * 3_600_000;

/** Publishes what was agreed to be published by now. */
async function publishDue({ database, log }: Platform): Promise<void> {
  for (const { articleId, locale, revisionId } of await listToPublish(database.reader())) {
    try {
      await database.write((tx) =>
        publishTranslation(
          tx,
          system('helpcenter'),
          { id: articleId, locale },
          { revisionId, moment: null, minor: false },
        ),
      );
    } catch (error) {
      // Somebody has changed or archived it in this very moment: what they did holds.
      if (!(error instanceof Failure)) throw error;
      log.info({ articleId, locale, code: error.code }, 'scheduled text not published');
    }
  }
}

/** The days that searches are kept for editors. */
const searchesKept = 180;

/** Publishes what is due, forgets old searches and who opened what, and removes files that nothing uses. */
export function helpCenterJobs(platform: Platform): void {
  platform.jobs.every('helpcenter.forget', day, () =>
    platform.database.write(async (tx) => {
      await deleteSearchesBefore(tx, new Date(tx.now.getTime() - searchesKept * day));
      await deleteOpeningsBefore(tx, new Date(tx.now.getTime() - day));
    }),
  );
  platform.jobs.every('helpcenter.sweep-files', day, () => sweepHelpFiles(platform));
  platform.jobs.every('helpcenter.publish', everyMilliseconds, () => publishDue(platform));
}
