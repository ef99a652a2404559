import { languageOf } from '@fairlead/contract';
import { readUtterances } from '@fairlead/understanding';

/** Matters by which a model is measured: one of so many intents, and of each a question in every language that has been learned. */
const everyWhich = 3;
/** Such a text tells what it is about. In characters, of which languages without spaces need fewer. */
const [shortest, longest] = [8, 90];

/** A question that came along with the product, and what it is about. */
interface ReferenceQuestion {
  readonly text: string;
  readonly label: string;
  readonly language: string;
}

/** About 160 questions in seven languages about 23 matters, always the same. */
export function referenceQuestions(): ReferenceQuestion[] {
  const utterances = readUtterances().filter(
    ({ text, label, locale }) =>
      label !== 'out_of_scope' &&
      !label.startsWith('assistant.') &&
      locale !== 'zh-TW' &&
      text.length >= shortest &&
      text.length <= longest,
  );
  const labels = [...new Set(utterances.map((it) => it.label))].sort();
  const taken = new Set(labels.filter((_, at) => at % everyWhich === 0));
  const own = utterances.filter((it) => taken.has(it.label));
  // Of a language's questions the one in the middle by length says neither a word nor a story.
  return [...Map.groupBy(own, (it) => `${it.label} ${it.locale}`).values()].flatMap((of) => {
    const middle = of.toSorted((a, b) => a.text.length - b.text.length)[of.length >> 1];
    return middle ? [{ text: middle.text, label: middle.label, language: languageOf(middle.locale) }] : [];
  });
}
