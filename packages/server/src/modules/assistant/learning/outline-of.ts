/** Questions and characters of a passage that an outline holds. */
const [mostQuestions, mostOfPassage] = [12, 600];

/** Headings of an outline, in its language. */
export interface OutlineWords {
  readonly questions: string;
  readonly answer: string;
  readonly nearest: string;
}

/**
 * What an article may be written from, as Markdown: what was asked, each once; an empty place for the answer; and what other articles say that comes
 * nearest, each with where it is from. What customers wrote forms nothing: it is escaped. Pure.
 */
export function outlineOf(
  questions: ReadonlyArray<{ text: string }>,
  passages: ReadonlyArray<{ title: string; heading: string | null; plain: string }>,
  words: OutlineWords,
): string {
  const asked = [...new Set(questions.map((it) => escaped(it.text)))].slice(0, mostQuestions);
  const near = passages.flatMap(({ title, heading, plain }) => [
    `### ${escaped(heading === null ? title : `${title} › ${heading}`)}`,
    `> ${escaped(shortened(plain))}`,
  ]);
  return [
    `## ${words.questions}`,
    asked.map((it) => `- ${it}`).join('\n'),
    `## ${words.answer}`,
    ...(near.length > 0 ? [`## ${words.nearest}`, ...near] : []),
  ].join('\n\n');
}

const shortened = (text: string) => (text.length > mostOfPassage ? `${text.slice(0, mostOfPassage)}…` : text);

const escaped = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]{}<>#|~!:]/g, '\\$&');
