import { deliveryTroubles } from '@fairlead/contract';
import { expect, test } from 'vitest';
import coded from '../../../../../contract/locales/ru.json' with { type: 'json' };
import russian from '../../../i18n/locales/inbox.ru.json' with { type: 'json' };
import { sayFailure } from './say-failure.ts';

const t: Parameters<typeof sayFailure>[0] = (key, params = {}) =>
  ((russian as Record<string, string>)[key] ?? (coded as Record<string, string>)[key] ?? key).replace(
    '{reason}',
    String(params['reason']),
  );

test.each([
  [null, 'Не отправлено. Канал не назвал причину.'],
  ['Bad Request: chat not found', 'Не отправлено: Bad Request: chat not found'],
  [
    'it waits until the customer writes: they were told that there is an answer',
    'Дойдёт, когда клиент снова напишет. Ему сообщили, что ответ есть.',
  ],
  ['channels.mail_sign_in_refused', 'Не отправлено: Почтовый сервер отклонил вход.'],
  ['no address on this channel', 'Не отправлено: адрес клиента в этом канале неизвестен.'],
])('%s is said so', (error, said) => expect(sayFailure(t, error)).toBe(said));

test('no trouble of ours is said in English to a Russian agent', () => {
  for (const words of Object.values(deliveryTroubles)) expect(sayFailure(t, words)).not.toMatch(/[a-z]/);
});
