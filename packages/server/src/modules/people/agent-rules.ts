import { isWithin, languageOf } from '@fairlead/contract';
import type { AgentRecord, LanguageSkill } from './agent.ts';

/** Languages without their regions, each once and with the best level named for it. */
export function tidyLanguages(languages: readonly LanguageSkill[]): LanguageSkill[] {
  const levels = new Map<string, LanguageSkill['level']>();
  for (const { language, level } of languages) {
    const base = languageOf(language.trim().toLowerCase().replaceAll('_', '-'));
    if (level > (levels.get(base) ?? 0)) levels.set(base, level);
  }
  return [...levels].map(([language, level]) => ({ language, level }));
}

/** A hue (0 to 359) that stays with an id, so that a colleague without a picture is still told apart. */
export function hueOf(id: string): number {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + character.charCodeAt(0)) % 360;
  return hash;
}

/** Whether an agent is to be offered conversations at a moment: online, and within their hours where they have any. */
export const isOnDuty = ({ presence, schedule }: Pick<AgentRecord, 'presence' | 'schedule'>, at: Date) =>
  presence === 'online' && (schedule === null || isWithin(schedule, at));

/** The skills that an agent holds at a moment: a certificate counts to the end of its last day. */
export const validSkills = (
  { skills, certifiedUntil }: Pick<AgentRecord, 'skills' | 'certifiedUntil'>,
  at: Date,
): string[] => {
  const today = at.toISOString().slice(0, 10);
  return skills.filter((skill) => (certifiedUntil[skill] ?? today) >= today);
};
