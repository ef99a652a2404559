import { endpoints, type Locale, type ResponseOf } from '@fairlead/contract';
import { useRef, useState } from 'react';
import { call } from '../../../api.ts';

type Answer = ResponseOf<typeof endpoints.assistant.try>;

/** A question and what the assistant made of it; null while it thinks. */
export interface Exchanged {
  readonly text: string;
  readonly answer: Answer | null;
}

export interface Trial {
  readonly turns: readonly Exchanged[];
  readonly busy: boolean;
  readonly error: unknown;
  /** The assistant has handed over: in a chat it is silent from here on. */
  readonly over: boolean;
  /** Answers whether it was answered. */
  ask: (text: string, locale: Locale) => Promise<boolean>;
  /** Begins a new conversation with these, one after the other. */
  replay: (texts: readonly string[], locale: Locale) => Promise<void>;
  /** Begins a new conversation. */
  restart: () => void;
}

/** A conversation with the assistant that is kept nowhere but here. */
export function useTrial(): Trial {
  const [turns, setTurns] = useState<readonly Exchanged[]>([]);
  const [error, setError] = useState<unknown>(null);
  // An answer to a conversation that was left since is nobody's any more.
  const conversation = useRef(0);
  const last = turns.at(-1)?.answer;
  const ask = async (text: string, locale: Locale) => {
    const at = conversation.current;
    setError(null);
    setTurns([...turns, { text, answer: null }]);
    try {
      const memory = last ? { memory: last.memory } : {};
      const answer = await call(endpoints.assistant.try, { body: { text, locale, ...memory } });
      if (at === conversation.current) setTurns([...turns, { text, answer }]);
      return true;
    } catch (thrown) {
      if (at !== conversation.current) return false;
      setTurns(turns);
      setError(thrown);
      return false;
    }
  };
  const restart = () => {
    conversation.current += 1;
    setTurns([]);
    setError(null);
  };
  const replay = async (texts: readonly string[], locale: Locale) => {
    restart();
    const at = conversation.current;
    let asked: readonly Exchanged[] = [];
    try {
      for (const text of texts) {
        setTurns([...asked, { text, answer: null }]);
        const memory = asked.at(-1)?.answer?.memory;
        const body = { text, locale, ...(memory === undefined ? {} : { memory }) };
        const answer = await call(endpoints.assistant.try, { body });
        if (at !== conversation.current) return;
        asked = [...asked, { text, answer }];
        setTurns(asked);
      }
    } catch (thrown) {
      if (at !== conversation.current) return;
      setTurns(asked);
      setError(thrown);
    }
  };
  return {
    turns,
    busy: last === null,
    error,
    over: Boolean(last?.trace.handOver),
    ask,
    replay,
    restart,
  };
}
