import { type Locale, languageOf, type TranslationDraft, type TranslationOutcome } from '@fairlead/contract';
import { identifyLanguage } from '@fairlead/understanding';
import type { AgentActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { accessForAgent, customerLocale, refuseSecrets, translatedLine } from '../conversations/index.ts';
import { findTerms } from './glossary/find-terms.ts';
import { readGlossaryVersion } from './glossary/keep-glossary.ts';
import { readSettings } from './settings/settings-store.ts';
import { checkTranslation, type Verdict } from './text/check-translation.ts';
import { type DraftRecord, findDraft, insertDraft } from './translation-store.ts';
import type { Translator } from './translator.ts';

/** So sure that an agent writes another language than they said. */
const sure = 0.9;

/**
 * Translates a reply into the customer's language, before it is sent. What may not be sent is not given to a provider either. Throws
 * `conversation.not_found`, `conversation.message_holds_secret`, `conversation.message_asks_for_secret`.
 */
export async function draftReply(
  { database }: Pick<Platform, 'database'>,
  translator: Translator,
  actor: AgentActor,
  { id, text, from: said, replies }: { id: string; text: string; from: Locale; replies: readonly string[] },
): Promise<{ outcome: TranslationOutcome; draft: TranslationDraft | null }> {
  const reader = database.reader();
  const conversation = await accessForAgent(reader, actor, id);
  for (const words of [text, ...replies]) refuseSecrets(words, 'text');
  const to = customerLocale(conversation);
  const { language, confidence } = identifyLanguage(text);
  const from = confidence > sure && languageOf(language) !== languageOf(said) ? language : said;
  const done = await translator.translate(text, from, to);
  if (done.outcome !== 'translated') return { outcome: done.outcome, draft: null };
  const offered = await translateReplies(translator, replies, from, to);
  const settings = await readSettings(reader);
  const record = await database.write(async (tx) => {
    const it: DraftRecord = {
      conversationId: id,
      id: newId(tx.now.getTime()),
      agentId: actor.id,
      source: text,
      from,
      target: done.text.trim(),
      to,
      back: done.back,
      replies: offered,
      mark: settings?.tellCustomers === false ? null : translatedLine(from, to),
      provider: done.provider,
      glossaryVersion: done.glossaryVersion,
      whole: done.whole,
      score: done.score,
      reasons: done.reasons,
    };
    await insertDraft(tx, it);
    return it;
  });
  const { score, reasons, mark } = record;
  const draft = {
    id: record.id,
    from,
    to,
    text: record.target,
    mark,
    score,
    reasons: [...reasons],
    replies: offered,
  };
  return { outcome: 'translated', draft };
}

/** Answers to choose from, in one request; one that could not be translated stays as it is written, for the agent to see. */
async function translateReplies(
  translator: Translator,
  replies: readonly string[],
  from: Locale,
  to: Locale,
): Promise<Array<{ said: string; text: string }>> {
  const said = replies.map((it) => it.replaceAll(/\s+/g, ' ').trim()).filter((it) => it !== '');
  if (said.length === 0) return [];
  const done = await translator.translate(said.join('\n'), from, to);
  const texts = done.outcome === 'translated' ? done.text.split('\n') : [];
  return said.map((it, at) => ({
    said: it,
    text: texts.length === said.length ? texts[at]?.trim() || it : it,
  }));
}

/** How far the agent's version of a draft can be trusted. Throws `conversation.not_found`, `translation.draft_gone`. */
export async function checkDraft(
  { database }: Pick<Platform, 'database'>,
  actor: AgentActor,
  { id, draftId, text }: { id: string; draftId: string; text: string },
): Promise<{ score: number; reasons: Verdict['reasons'][number][] }> {
  const reader = database.reader();
  await accessForAgent(reader, actor, id);
  const draft = await findDraft(reader, { conversationId: id, id: draftId, agentId: actor.id });
  if (!draft) throw fail('translation.draft_gone');
  const { score, reasons } = await judgeDraft(reader, draft, text);
  return { score, reasons: [...reasons] };
}

/** What speaks against a text as the translation of a draft's source. What the agent has changed is no longer what was translated back. */
export async function judgeDraft(
  reader: Parameters<typeof readGlossaryVersion>[0],
  draft: DraftRecord,
  text: string,
): Promise<Verdict> {
  if (text === draft.target) return { score: draft.score, reasons: draft.reasons };
  const { concepts, keep } = await readGlossaryVersion(reader, draft.glossaryVersion);
  const { source, from, to } = draft;
  const terms = findTerms(source, concepts, from, to);
  return checkTranslation({ source, target: text, from, to, keep, terms, back: null, whole: true });
}
