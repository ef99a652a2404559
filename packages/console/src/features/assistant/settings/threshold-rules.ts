import type { AssistantThresholds } from '@fairlead/contract';

/** In the order in which they are shown. */
export const thresholdKeys = ['answer', 'hedge', 'clarify', 'outOfScope'] as const;

/** Whether the surer the assistant is the more it dares; the server takes no others. */
export const inOrder = ({ answer, hedge, clarify }: AssistantThresholds): boolean =>
  clarify <= hedge && hedge <= answer;
