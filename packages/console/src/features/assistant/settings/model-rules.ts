import {
  type AssistantModel,
  embeddingProviders,
  type endpoints,
  type ModelProvider,
  type ResponseOf,
} from '@fairlead/contract';

type Kept = ResponseOf<typeof endpoints.assistant.readModel>;

/** What is being set, before it is saved. The key as typed: empty leaves what is kept. */
export interface ModelDraft extends Omit<AssistantModel, 'embeddings'> {
  readonly key: string;
  readonly removeKey: boolean;
  /** The name of the model, empty for none. It stays while a provider is chosen that has none. */
  readonly embeddings: string;
}

/** Where each provider's API begins as a rule. */
export const usualAddress: Readonly<Record<ModelProvider, string>> = {
  openai_compatible: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com/v1',
};

export function draftOf({ model, usual }: Kept): ModelDraft {
  const blank = { on: false, provider: 'openai_compatible' as const, url: '', model: '', ...usual };
  const { keyKept: _, ...kept } = model ?? { keyKept: false, embeddings: null, ...blank };
  return { ...kept, embeddings: kept.embeddings ?? '', key: '', removeKey: false };
}

/** Another provider brings its own address along, where none of one's own was written. */
export function withProvider(draft: ModelDraft, provider: ModelProvider): ModelDraft {
  const own = draft.url !== '' && draft.url !== usualAddress[draft.provider];
  return { ...draft, provider, url: own ? draft.url : usualAddress[provider] };
}

export function isAddress(url: string): boolean {
  const parsed = URL.parse(url.trim());
  return parsed !== null && /^https?:$/.test(parsed.protocol);
}

/** Whether the key that is kept goes on with what is being set: it follows to no other server. */
export function keepsKey(draft: ModelDraft, { model }: Kept): boolean {
  if (!model?.keyKept || draft.removeKey || draft.key !== '') return false;
  return (
    model.provider === draft.provider && URL.parse(model.url)?.origin === URL.parse(draft.url.trim())?.origin
  );
}

/** Whether the model is named, or needs no name: embeddings are asked for alone. */
export const isNamed = (draft: ModelDraft): boolean =>
  draft.model.trim() !== '' || (!draft.on && bodyOf(draft).embeddings !== null);

/** Whether the provider that is chosen has embeddings at all. */
export const hasEmbeddings = ({ provider }: Pick<ModelDraft, 'provider'>): boolean =>
  embeddingProviders.includes(provider);

/** As it is sent. */
export function bodyOf({ key, removeKey, ...model }: ModelDraft) {
  const embeddings = hasEmbeddings(model) ? model.embeddings.trim() : '';
  const kept = {
    ...model,
    url: model.url.trim(),
    model: model.model.trim(),
    embeddings: embeddings === '' ? null : embeddings,
  };
  if (key.trim() !== '') return { ...kept, key: key.trim() };
  return removeKey ? { ...kept, key: null } : kept;
}
