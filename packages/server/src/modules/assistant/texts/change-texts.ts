import type { BodyOf, endpoints, MessageProblem } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { saveSettings } from '../settings/save-settings.ts';
import type { KeptSettings, KeptText } from '../settings/settings.ts';
import type { Knowledge } from '../think.ts';
import { problemsOf } from './own-texts.ts';
import { shippedText } from './shipped-texts.ts';

/**
 * Says texts of one's own in a language, or the shipped ones again: a version of the settings like any other. Throws `request.not_found` for a
 * text that there is not, `assistant.text_...` for one that does not fit, and `assistant.settings_moved_on`.
 */
export async function changeTexts(
  platform: Pick<Platform, 'database'>,
  knowledge: Knowledge,
  actor: AgentActor,
  { locale, changes }: BodyOf<typeof endpoints.assistant.changeTexts>,
): Promise<KeptSettings> {
  return saveSettings(platform, knowledge, actor, {
    change(before) {
      const own: Record<string, KeptText> = { ...before.texts[locale] };
      for (const { key, text } of changes) {
        const shipped = shippedText(locale, key);
        // What is not shipped any more can be let go of, and no more.
        if (shipped === undefined && !(text === null && key in own)) throw fail('request.not_found');
        if (shipped === undefined || text === null || text === shipped) delete own[key];
        else {
          const [problem] = problemsOf(locale, key, text) ?? [];
          if (problem) throw refusalOf(key, problem);
          own[key] = { text, replaced: shipped };
        }
      }
      const { [locale]: _, ...others } = before.texts;
      return { ...before, texts: Object.keys(own).length > 0 ? { ...others, [locale]: own } : others };
    },
    reason: null,
    restored: null,
  });
}

function refusalOf(key: string, problem: MessageProblem) {
  switch (problem.kind) {
    case 'broken':
      return fail('assistant.text_broken', { key });
    case 'lacks':
      return fail('assistant.text_lacks', { key, name: problem.name });
    case 'unknown':
      return fail('assistant.text_unknown', { key, name: problem.name });
    case 'lacks_plural':
      return fail('assistant.text_lacks_plural', { key, name: problem.name, category: problem.category });
  }
}
