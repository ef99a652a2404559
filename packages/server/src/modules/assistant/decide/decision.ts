import type { FlowId, FlowSlots, HandOverReason } from '@fairlead/contract';
import type { Passage } from '../retrieve/passage.ts';

/** What the assistant does with what was said. */
export type Decision =
  | {
      readonly kind: 'answer';
      readonly intent: string;
      readonly passage: Passage;
      /** It is not sure that this is meant, and says so. */
      readonly hedged: boolean;
    }
  | { readonly kind: 'flow'; readonly intent: string; readonly flow: FlowId; readonly slots: FlowSlots }
  | { readonly kind: 'clarify'; readonly intents: readonly string[] }
  | { readonly kind: 'say'; readonly what: Saying }
  | { readonly kind: 'hand_over'; readonly reason: HandOverReason; readonly selfHarm: boolean };

/** Words that need nothing looked up; each is a text of the catalogue. */
export type Saying = 'greet' | 'thanks' | 'go_on' | 'abstain' | 'out_of_scope' | 'did_not_help';
