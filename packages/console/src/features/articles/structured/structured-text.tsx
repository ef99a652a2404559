import type { Locale } from '@fairlead/contract';
import { type ReactNode, useState } from 'react';
import { type KeptDocument, openDocument } from './kept-document.ts';
import { StructuredEditor } from './structured-editor.tsx';

interface StructuredTextProps {
  value: string;
  onChange: (value: string) => void;
  locale: Locale;
  ownSlug: string;
  /** Shown where the editor could not give the text back as readers see it. */
  otherwise: ReactNode;
}

/** The editor for a text that may also be replaced from outside, as by one that somebody else has saved. */
export default function StructuredText({ value, onChange, locale, ownSlug, otherwise }: StructuredTextProps) {
  const [shown, setShown] = useState(() => opened(value, 0));
  let now = shown;
  if (value !== shown.text) {
    now = opened(value, shown.times + 1);
    setShown(now);
  }
  if (!now.kept) return otherwise;
  return (
    <StructuredEditor
      key={now.times}
      kept={now.kept}
      locale={locale}
      ownSlug={ownSlug}
      onChange={(text) => {
        setShown((before) => ({ ...before, text }));
        onChange(text);
      }}
    />
  );
}

interface Shown {
  /** What the editor says, and how often it was given another text. */
  text: string;
  times: number;
  kept: KeptDocument | null;
}

const opened = (text: string, times: number): Shown => ({ text, times, kept: openDocument(text) });
