import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type HelpCategoryBody, helpCategoryBody } from '@fairlead/contract';
import { createCategory, type FolderFile, fillHelpCenter, readFolder } from '../modules/helpcenter/index.ts';
import type { Tx } from '../platform/database/database.ts';

const folder = fileURLToPath(new URL('../../../../articles/', import.meta.url));

/** The articles that come with the product: a folder as the help center imports and exports it. */
export function readArticleFiles(): FolderFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(folder + path, 'utf8') }));
}

/** Their categories, in order. */
export function readArticleCategories(): HelpCategoryBody[] {
  return helpCategoryBody.array().parse(JSON.parse(readFileSync(`${folder}categories.json`, 'utf8')));
}

/** Fills an empty help center with them, published. */
export async function writeDemoArticles(tx: Tx): Promise<void> {
  for (const category of readArticleCategories()) await createCategory(tx, category);
  const { articles, problems } = readFolder(readArticleFiles());
  const [problem] = problems;
  if (problem) throw new Error(`${problem.path}: ${problem.problem}`);
  await fillHelpCenter(tx, articles);
}
