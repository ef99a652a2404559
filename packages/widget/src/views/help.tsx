import { usePart } from './use-part.ts';

/** Articles: those that may answer the text that is being written, or without one a field to look for them. */
export function Help({ text }: { text?: string | undefined }) {
  const part = usePart(true, () => import('./help-parts.tsx'));
  if (part) return <part.HelpParts text={text} />;
  // The field's place is kept until it has come.
  return text === undefined && <i class="bone bone-card" />;
}
