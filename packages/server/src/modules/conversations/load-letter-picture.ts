import type { AgentActor } from '../../platform/actor.ts';
import { fail } from '../../platform/fail.ts';
import { fetchPicture, PictureUnavailable } from '../../platform/fetch/fetch-picture.ts';
import { allowedAddresses } from '../../platform/fetch/public-address.ts';
import { createTurnstile } from '../../platform/files/turnstile.ts';
import type { Platform } from '../../platform/platform.ts';
import { accessLetter } from './access-letter.ts';
import { remotePicturesOf } from './remote-pictures.ts';

/** So many are fetched at a time by one node: a picture is held whole, and nobody else waits for them. */
const places = 8;

/**
 * How pictures are fetched that letters show from elsewhere. Only those that a letter within the agent's reach names, so that nobody
 * makes this server ask for anything else. See the endpoint `conversations.loadLetterPicture`.
 */
export function letterPictures({ database, config, log }: Pick<Platform, 'database' | 'config' | 'log'>) {
  const allows = allowedAddresses(config.LETTER_PICTURES_FROM);
  const inTurn = createTurnstile(places);
  return async (actor: AgentActor, place: { id: string; messageId: string; index: number }) => {
    const letter = await accessLetter(database.reader(), actor, place);
    const address = remotePicturesOf(letter.html)[place.index];
    if (address === undefined) throw fail('conversation.picture_unavailable');
    try {
      const { type, bytes } = await inTurn(() => fetchPicture(unescape(address), allows));
      return { type, base64: bytes.toString('base64') };
    } catch (error) {
      if (!(error instanceof PictureUnavailable)) throw error;
      log.info({ letter: letter.id, reason: error.message }, 'picture of a letter not fetched');
      throw fail('conversation.picture_unavailable');
    }
  };
}

/** An attribute's text as an address; `&amp;` comes last, so that nothing is unescaped twice. */
const unescape = (attribute: string): string =>
  attribute
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
