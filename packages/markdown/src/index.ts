export {
  type ArticleDocument,
  alertKinds,
  type Block,
  type Inline,
  type Mark,
} from './document/article-document.ts';
export { type KeptText, keepMarkdown } from './document/keep-markdown.ts';
export { type OpenedText, openText } from './document/open-text.ts';
export { writeMarkdown } from './document/write-markdown.ts';
export { factForm } from './fact-rule.ts';
export { helpFileAddress, helpFileId, helpFilesIn } from './help-file.ts';
export {
  type AlertKind,
  isAllowedAddress,
  picturesIn,
  plainText,
  type Rendered,
  renderMarkdown,
  type Surroundings,
} from './markdown.ts';
