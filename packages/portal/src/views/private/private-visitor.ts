import type { BodyOf, Locale, privateLinkEndpoints, ResponseOf } from '@fairlead/contract';
import { createApi } from '@fairlead/widget/session/api';
import { createKeep, usableStorage } from '@fairlead/widget/session/keep';
import { refusalOf } from '@fairlead/widget/session/refusal';
import { createSession } from '@fairlead/widget/session/session';

type Links = typeof privateLinkEndpoints;
type OwnChat = ResponseOf<Links['begin']>['chat'];

/** Whoever opened a link in a public answer, as the chat that it leads to knows them: the chat's own window goes on as the same. */
export interface PrivateVisitor {
  /** The chat that they began by this link, if any. */
  own: () => Promise<OwnChat | null>;
  begin: (body: Omit<BodyOf<Links['begin']>, 'locale'>) => Promise<OwnChat>;
  prove: () => Promise<ResponseOf<Links['prove']>>;
}

/** `inbox` is the chat's key. What is kept in the browser is kept where the chat's window looks for it. */
export function createPrivateVisitor(code: string, inbox: string, locale: () => Locale): PrivateVisitor {
  const keep = createKeep(`fairlead.${inbox}.`, usableStorage());
  const api = createApi({
    headers: () => session.headers(),
    epoch: () => 0,
    // Whoever is not known any more begins anew with the next message.
    onInvalid: () => undefined,
  });
  const session = createSession({ inbox, keep, api, locale, page: () => undefined });
  const path = `/private-links/${encodeURIComponent(code)}`;
  return {
    async own() {
      // The chat's window may have signed them in meanwhile.
      session.reread();
      if (!session.known()) return null;
      try {
        return (await api.call<ResponseOf<Links['own']>>('GET', `${path}/chat`)).chat;
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal.unknown) return null;
        throw refusal;
      }
    },
    async begin(body) {
      session.reread();
      await session.begin();
      const { chat } = await api.call<ResponseOf<Links['begin']>>('POST', `${path}/chat`, {
        ...body,
        locale: locale(),
      });
      keep.set('view', { name: 'thread', id: chat.conversationId, topic: null });
      return chat;
    },
    prove: () => api.call('POST', `${path}/proof`),
  };
}
