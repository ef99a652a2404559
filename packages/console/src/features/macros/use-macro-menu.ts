import type { Locale, Macro } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react';
import { macrosQuery } from '../../queries.ts';
import { useCan } from '../../session.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { DraftPart } from '../inbox/composer/draft-store.ts';
import { findMacros, type MacroQuery, macroQuery, withMacro } from './macro-query.ts';
import { useFillMacro } from './use-fill-macro.ts';

const shown = 8;

interface MacroMenuInput {
  conversationId: string;
  /** The customer’s. */
  locale: Locale;
  part: DraftPart;
  field: RefObject<HTMLTextAreaElement | null>;
  onWrite: (change: Partial<DraftPart>) => void;
}

export interface MacroMenuState {
  listId: string;
  found: readonly Macro[];
  /** The one that Enter puts in; undefined while no menu is open. */
  chosen: Macro | undefined;
  setActive: (index: number) => void;
  put: (macro: Macro) => void;
  /** Looks at what stands before the caret. */
  look: (text: string, caret: number) => void;
  /** Answers whether the key was for the menu. */
  press: (event: KeyboardEvent) => boolean;
  close: () => void;
}

/** The menu of macros that a `/` opens in the composer. */
export function useMacroMenu({
  conversationId,
  locale,
  part,
  field,
  onWrite,
}: MacroMenuInput): MacroMenuState {
  const toast = useToast();
  const fill = useFillMacro(conversationId);
  const listId = useId();
  const [query, setQuery] = useState<MacroQuery | null>(null);
  const [active, setActive] = useState(0);
  // What is written meanwhile is not lost when a macro comes late.
  const latest = useRef(part);
  latest.current = part;
  const may = useCan()('conversations.reply');
  const { data = [] } = useQuery({ ...macrosQuery, enabled: may && query !== null });
  const found = query ? findMacros(data, query.text, locale).slice(0, shown) : [];
  const chosen = found[Math.min(active, found.length - 1)];

  const put = async (macro: Macro) => {
    if (!query) return;
    setQuery(null);
    try {
      const filled = await fill(macro);
      // A key that came up meanwhile has looked at the query again.
      setQuery(null);
      const { text, macros } = latest.current;
      const stands = text.startsWith(`/${query.text}`, query.start);
      const place = stands ? query : { start: text.length, text: '' };
      const [written, caret] = withMacro(text, place, filled.text);
      onWrite({
        text: written,
        macros: [...macros.filter((it) => it.id !== macro.id), filled.used],
      });
      requestAnimationFrame(() => {
        field.current?.focus();
        field.current?.setSelectionRange(caret, caret);
      });
    } catch (error) {
      toast.error(error);
    }
  };
  return {
    listId,
    found,
    chosen,
    setActive,
    put: (macro) => void put(macro),
    look(text, caret) {
      setQuery(macroQuery(text, caret));
      setActive(0);
    },
    press(event) {
      if (!chosen) return false;
      if (event.key === 'ArrowDown') setActive((active + 1) % found.length);
      else if (event.key === 'ArrowUp') setActive((active + found.length - 1) % found.length);
      else if (event.key === 'Enter' || event.key === 'Tab') void put(chosen);
      else if (event.key === 'Escape') setQuery(null);
      else return false;
      return true;
    },
    close: () => setQuery(null),
  };
}
