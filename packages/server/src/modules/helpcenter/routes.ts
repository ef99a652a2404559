import { endpoints } from '@fairlead/contract';
import { helpFilesIn } from '@fairlead/markdown';
import { createArticle, deleteArticle, reviewArticle, updateArticle } from './change-articles.ts';
import {
  createCategory,
  deleteCategory,
  listCategories,
  orderCategories,
  updateCategory,
} from './change-categories.ts';
import { readHelpFiles } from './files/help-file-store.ts';
import { exportFolder } from './folder/export-folder.ts';
import { importFolder } from './folder/import-folder.ts';
import type { HelpCenter } from './help-center.ts';
import { archiveTranslation, askReview, publishTranslation } from './move-translation.ts';
import { presentArticle } from './present-articles.ts';
import {
  readArticle,
  readArticles,
  readRevision,
  readRevisionLines,
  readTranslation,
} from './read-articles.ts';
import { helpTopic } from './reading/library.ts';
import { saveTranslation } from './save-translation.ts';
import { importZendesk } from './zendesk/import-zendesk.ts';

/** What editors do. */
export function articleRoutes({ platform, library, help }: HelpCenter): void {
  const { database, http, bus } = platform;
  const { articles } = endpoints;
  const reader = () => database.reader();
  const changeCategories: typeof database.write = (body) =>
    database.write((tx) => {
      tx.afterCommit(() => bus.publish(helpTopic, ''));
      return body(tx);
    });

  http.route(articles.listCategories, async () => ({ items: await listCategories(reader()) }));
  http.route(articles.createCategory, ({ body }) => changeCategories((tx) => createCategory(tx, body)));
  http.route(articles.orderCategories, ({ body }) =>
    changeCategories(async (tx) => ({ items: await orderCategories(tx, body.ids) })),
  );
  http.route(articles.updateCategory, ({ params, body }) =>
    changeCategories((tx) => updateCategory(tx, params.id, body)),
  );
  http.route(articles.deleteCategory, ({ params }) =>
    changeCategories((tx) => deleteCategory(tx, params.id)),
  );

  http.route(articles.list, ({ query }) => readArticles(reader(), query));
  http.route(articles.facts, async ({ query }) => {
    await library.ready();
    return { items: help.facts(query.locale) };
  });
  http.route(articles.preview, async ({ body }) => {
    const files = await readHelpFiles(reader(), helpFilesIn(body.body));
    const { html, problems } = help.preview(body.body, body.locale, files);
    return { html, problems: [...problems] };
  });
  http.route(articles.import, ({ caller, body }) => importFolder(platform, caller, body));
  http.route(articles.importZendesk, async ({ caller, body }) => {
    const answer = await importZendesk(database, caller, body);
    if (!body.trial && answer.categories.length > 0) bus.publish(helpTopic, '');
    return answer;
  });
  http.route(articles.export, async () => ({ files: await exportFolder(reader()) }));
  http.route(articles.create, ({ caller, body }) => database.write((tx) => createArticle(tx, caller, body)));
  http.route(articles.get, ({ params }) => readArticle(reader(), params.id));
  http.route(articles.update, ({ caller, params, body }) =>
    database.write((tx) => updateArticle(tx, caller, params.id, body)),
  );
  http.route(articles.reviewed, ({ caller, params, body }) =>
    database.write((tx) => reviewArticle(tx, caller, params.id, body.nextDue)),
  );
  http.route(articles.remove, ({ params }) => database.write((tx) => deleteArticle(tx, params.id)));

  http.route(articles.translation, ({ params }) => readTranslation(reader(), params.id, params.locale));
  http.route(articles.save, ({ caller, params: { id, locale }, body }) =>
    database.write(async (tx) => {
      await saveTranslation(tx, caller, id, locale, body);
      return readTranslation(tx, id, locale);
    }),
  );
  http.route(articles.askReview, ({ caller, params: { id, locale }, body }) =>
    database.write(async (tx) => {
      await askReview(tx, caller, { id, locale }, body);
      return readTranslation(tx, id, locale);
    }),
  );
  http.route(articles.publish, ({ caller, params: { id, locale }, body: { revisionId, at, minor } }) =>
    database.write(async (tx) => {
      const moment = at ? new Date(at) : null;
      await publishTranslation(tx, caller, { id, locale }, { revisionId, moment, minor });
      return readTranslation(tx, id, locale);
    }),
  );
  http.route(articles.archive, ({ caller, params }) =>
    database.write(async (tx) => presentArticle(tx, await archiveTranslation(tx, caller, params))),
  );
  http.route(articles.revisions, async ({ params }) => ({
    items: await readRevisionLines(reader(), params.id, params.locale),
  }));
  http.route(articles.revision, ({ params }) =>
    readRevision(reader(), params.id, params.locale, params.revisionId),
  );
}
