import type { ArticleText } from '@fairlead/contract';

/** Title, summary and body as one text, for comparing. */
export const wholeText = ({ title, summary, body }: ArticleText): string =>
  `${title}\n${summary}\n\n${body.trimEnd()}`;
