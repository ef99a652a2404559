import { type CoverageKind, endpoints } from '@fairlead/contract';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readSettings } from '../settings/settings-store.ts';
import type { Translator } from '../translator.ts';
import type { CoverageSource } from './coverage.ts';
import { confirmCurrent, listCovered, readCoverage } from './read-coverage.ts';
import { suggestTexts } from './suggest-texts.ts';

const { translation } = endpoints;

/** How much of everything that is written in several languages is there; `sources` are filled by the modules that own it. */
export function coverageRoutes(
  { database, http }: Pick<Platform, 'database' | 'http'>,
  translator: Translator,
  sources: readonly CoverageSource[],
): void {
  const sourceOf = (kind: CoverageKind): CoverageSource => {
    const found = sources.find((it) => it.kind === kind);
    if (!found) throw fail('request.not_found');
    return found;
  };
  http.route(translation.coverage, async () => ({
    kinds: await readCoverage(database.reader(), sources),
  }));
  http.route(translation.offer, async () => {
    const settings = await readSettings(database.reader());
    const ready = settings !== undefined && settings.provider !== 'none';
    return { ready, languages: ready ? [...settings.languages] : [] };
  });
  http.route(translation.coverageOfKind, ({ params, query }) =>
    listCovered(database.reader(), sourceOf(params.kind), query.locale),
  );
  http.route(translation.confirmCurrent, ({ params, body }) =>
    database.write((tx) => confirmCurrent(tx, sourceOf(params.kind), body)),
  );
  http.route(translation.suggest, ({ caller, body }) => suggestTexts(translator, caller, body));
}
