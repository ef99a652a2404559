import { endpoints, isTimeZone } from '@fairlead/contract';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { writeSetting } from '../../../platform/setting-store.ts';
import { restoreSettings } from '../settings/save-settings.ts';
import { readSettings, withoutTexts } from '../settings/settings.ts';
import { textsChanged } from '../settings/texts-changed.ts';
import { listVersions } from '../settings/version-store.ts';
import type { Knowledge } from '../think.ts';
import { draftExample } from './draft-example.ts';
import { addSet, changeSet, presentSets, removeSet, setOf } from './example-sets.ts';
import { listExamples } from './example-store.ts';
import { exportExamples, importExamples, importKnown } from './examples-file.ts';
import { changeExample, keepExample, removeExample } from './keep-examples.ts';
import { nightlyKey, readNightly } from './nightly.ts';
import { namesOf, presentExamples, presentRuns, readRun } from './present.ts';
import { startRun } from './run-examples.ts';
import { endRun, findRun, listRuns, type RunRecord } from './run-store.ts';
import { starterExamples } from './starter-examples.ts';
import { sumOf } from './tally.ts';

const { assistant } = endpoints;
const shownRuns = 60;
const shownVersions = 50;

/** Examples of what must follow, how the assistant fares by them, and the versions of its settings. */
export function resultsRoutes(platform: Platform, knowledge: Knowledge): void {
  const { database, http } = platform;
  const { library, help } = knowledge;
  const reader = () => database.reader();
  const one = <T>(items: readonly T[]): T => {
    const [item] = items;
    if (item === undefined) throw fail('request.not_found');
    return item;
  };
  const presentRun = async (run: RunRecord | undefined) => one(await presentRuns(reader(), run ? [run] : []));

  http.route(assistant.draftExample, ({ caller, params }) =>
    draftExample(reader(), caller, params.id, params.seq),
  );
  http.route(assistant.listAnswers, async ({ query }) => {
    await library.ready();
    const items = library
      .articles()
      .filter(({ visibility }) => visibility !== 'agents')
      .map((it) => ({ id: it.id, title: help.line(it, query.locale).title }));
    return { items: items.toSorted((a, b) => a.title.localeCompare(b.title, query.locale)) };
  });
  http.route(assistant.listExamples, async () => ({
    items: await presentExamples(reader(), knowledge, await listExamples(reader())),
  }));
  http.route(assistant.keepExample, async ({ caller, body }) => {
    const record = await database.write((tx) => keepExample(tx, caller, body));
    return one(await presentExamples(reader(), knowledge, [record]));
  });
  http.route(assistant.changeExample, async ({ params, body }) => {
    const record = await database.write((tx) => changeExample(tx, params.id, body));
    return one(await presentExamples(reader(), knowledge, [record]));
  });
  http.route(assistant.removeExample, ({ params }) => database.write((tx) => removeExample(tx, params.id)));
  http.route(assistant.exportExamples, ({ query }) => exportExamples(reader(), query.set));
  http.route(assistant.importExamples, ({ caller, query, body }) =>
    database.write((tx) => importExamples(tx, caller.id, body, query.set)),
  );
  http.route(assistant.addStarter, () => database.write((tx) => importKnown(tx, null, starterExamples())));

  http.route(assistant.listSets, async () => ({ items: await presentSets(reader()) }));
  http.route(assistant.addSet, ({ body }) => database.write((tx) => addSet(tx, body)));
  http.route(assistant.changeSet, ({ params, body }) =>
    database.write((tx) => changeSet(tx, params.id, body)),
  );
  http.route(assistant.removeSet, ({ params, query }) =>
    database.write((tx) => removeSet(tx, params.id, query.examples)),
  );

  http.route(assistant.listRuns, async () => ({
    items: await presentRuns(reader(), await listRuns(reader(), shownRuns)),
    nightly: await readNightly(reader()),
  }));
  http.route(assistant.startRun, async ({ caller, body }) => {
    await library.ready();
    const settings = body.settings ?? (await readSettings(reader()));
    const cause = body.settings ? 'trial' : 'manual';
    return presentRun(
      await database.write(async (tx) =>
        startRun(tx, platform, knowledge, {
          cause,
          settings,
          startedBy: caller.id,
          sets: body.set === undefined ? null : [await setOf(tx, body.set)],
        }),
      ),
    );
  });
  http.route(assistant.readRun, async ({ params }) => {
    const run = await readRun(reader(), params.id);
    if (!run) throw fail('request.not_found');
    return run;
  });
  http.route(assistant.cancelRun, async ({ params }) => {
    await database.write((tx) => endRun(tx, params.id, 'cancelled'));
    return presentRun(await findRun(reader(), params.id));
  });
  http.route(assistant.saveNightly, async ({ body }) => {
    if (!isTimeZone(body.timeZone)) throw fail('request.time_zone_unknown');
    await database.write((tx) => writeSetting(tx, nightlyKey, body));
    return body;
  });

  http.route(assistant.listVersions, async () => {
    // One more, so that what the last of them changed is known.
    const versions = await listVersions(reader(), shownVersions + 1);
    const shown = versions.slice(0, shownVersions);
    const nameOf = await namesOf(
      reader(),
      versions.map((it) => it.savedBy),
    );
    const runs = new Map<string, RunRecord>();
    for (const { runId } of versions) {
      const run = runId === null ? undefined : await findRun(reader(), runId);
      if (run) runs.set(run.id, run);
    }
    return {
      items: shown.map(({ number, settings, savedBy, savedAt, reason, restored, runId }, at) => {
        const run = runs.get(runId ?? '');
        return {
          number,
          settings: withoutTexts(settings),
          texts: textsChanged(versions[at + 1]?.settings.texts, settings.texts),
          by: nameOf(savedBy),
          at: savedAt.toISOString(),
          reason,
          restored,
          run: run ? { id: run.id, ...sumOf(run.languages) } : null,
        };
      }),
    };
  });
  http.route(assistant.restoreVersion, async ({ caller, params, body }) => ({
    settings: withoutTexts(
      await restoreSettings(platform, knowledge, caller, {
        number: params.number,
        reason: body.anyway?.reason ?? null,
      }),
    ),
  }));
}
