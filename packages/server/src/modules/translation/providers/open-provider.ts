import type { TranslationProviderName } from '@fairlead/contract';
import { fetchLimited } from '../../../platform/fetch/fetch-limited.ts';
import { allowedAddresses } from '../../../platform/fetch/public-address.ts';
import type { Platform } from '../../../platform/platform.ts';
import { deepl } from './deepl.ts';
import { libreTranslate } from './libre-translate.ts';
import { openAiCompatible } from './openai-compatible.ts';
import type { TranslationProvider } from './provider-port.ts';

/** Where a provider is, and its sealed key. */
interface ProviderPlace {
  readonly provider: TranslationProviderName;
  readonly url: string;
  readonly model: string;
  readonly sealedKey: string | null;
}

export type OpenProvider = (place: ProviderPlace) => TranslationProvider | null;

/** Opens providers, which are only reached at addresses that are allowed; null for none. */
export function providerOpener({ config, keys }: Pick<Platform, 'config' | 'keys'>): OpenProvider {
  const fetch = fetchLimited(allowedAddresses(config.MODELS_AT));
  return ({ provider, url, model, sealedKey }) => {
    const key = sealedKey === null ? null : keys.open(sealedKey);
    if (provider === 'libretranslate') return libreTranslate({ url, key }, fetch);
    if (provider === 'deepl') return deepl({ url, key }, fetch);
    return provider === 'openai_compatible' ? openAiCompatible({ url, model, key }, fetch) : null;
  };
}
