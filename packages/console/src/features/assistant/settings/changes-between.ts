import { type AssistantSettings, type AssistantThresholds, type Locale, locales } from '@fairlead/contract';
import { thresholdKeys } from './threshold-rules.ts';

/** What differs between two versions of the settings. */
export type SettingChange =
  | {
      readonly kind: 'threshold';
      readonly of: keyof AssistantThresholds;
      readonly before: number;
      readonly after: number;
    }
  | { readonly kind: 'greeting'; readonly of: Locale };

/** What differs, thresholds first. Pure. */
export const changesBetween = (before: AssistantSettings, after: AssistantSettings): SettingChange[] => [
  ...thresholdKeys.flatMap((of): SettingChange[] => {
    const [was, is] = [before.thresholds[of], after.thresholds[of]];
    return was === is ? [] : [{ kind: 'threshold', of, before: was, after: is }];
  }),
  ...locales.flatMap((of): SettingChange[] =>
    before.greetings[of] === after.greetings[of] ? [] : [{ kind: 'greeting', of }],
  ),
];
