import type { AnnouncementKind } from '@fairlead/contract';
import type { NewsItem } from '../../announcements/index.ts';
import type { Heard } from '../understand/heard.ts';

/** How customers say it, in the languages of announcements. */
const named: Readonly<Record<AnnouncementKind, RegExp>> = {
  maintenance:
    /mainten|\bupgrad|downtime|维护|維護|升级|升級|メンテ|アップグレード|점검|업그레이드|техработ|техническ\S* работ|обслуживан|mantenimient|manuten[çc]|bảo trì|nâng cấp|bakım|pemeliharaan|ปรับปรุงระบบ|บำรุงรักษา|wartung|صيانة/iu,
  suspension:
    /suspend|suspens|\bpaus|\bhalt|resum|re-?open|暂停|暫停|停止|恢复|恢復|再開|중단|중지|재개|приостан|возобнов|suspendid|reanud|tạm (?:dừng|ngưng)|mở lại|askıya|durdur|ditangguhkan|dibuka kembali|ระงับ|เปิดอีกครั้ง|ausgesetzt|pausiert|تعليق|استئناف/iu,
  delisting:
    /delist|de-list|下架|下线|下線|上場廃止|상장\s?폐지|делистинг|deslist|hủy niêm yết|ถอดออก|إلغاء إدراج|retrait de la cote/iu,
  listing:
    /\blist(?:s|ed|ing|ings)?\b|上线|上線|上币|上幣|上架|上場|상장|листинг|\blistado|listar|niêm yết|listelen|เปิดให้เทรด|إدراج/iu,
  event:
    /\bevents?\b|campaign|airdrop|活动|活動|空投|イベント|キャンペーン|エアドロ|이벤트|에어드랍|акци[яюи]|конкурс|аирдроп|evento|campaña|sự kiện|etkinlik|kampanya|กิจกรรม|veranstaltung|فعالية/iu,
  risk: /risk (?:notice|warning)|风险提示|風險提示|リスク(?:の)?(?:お知らせ|警告)|위험 안내|предупрежден\S* о риск|aviso de riesgo|cảnh báo rủi ro/iu,
};

/** What is asked after where the intent is likely. Of some only what names the same coin is meant: their usual answer is another. */
const meant: Readonly<Record<string, { kinds: readonly AnnouncementKind[]; sameCoin: boolean }>> = {
  'deposit.suspended': { kinds: ['suspension', 'maintenance'], sameCoin: false },
  'withdrawal.suspended': { kinds: ['suspension', 'maintenance'], sameCoin: false },
  'deposit.not_credited': { kinds: ['suspension'], sameCoin: true },
  'withdrawal.pending': { kinds: ['suspension'], sameCoin: true },
  'trade.halted': { kinds: ['maintenance', 'suspension'], sameCoin: false },
  'listing.new': { kinds: ['listing'], sameCoin: false },
  'listing.delisted': { kinds: ['delisting'], sameCoin: false },
};
/** How likely it must be. */
const likely = 0.35;
/** More is not told at once. */
const most = 2;
/** Who has a coin listed does not ask what was listed. */
const codes = /(?<![\p{L}\p{N}])[A-Z][A-Z0-9]{1,9}(?![\p{L}\p{N}])/gu;
/** Capitals that name no coin. */
const noCoin: ReadonlySet<string> = new Set(['HTX', 'USDT', 'UTC', 'API', 'TXID', 'KYC', 'OK', 'FAQ']);

/**
 * What was announced on what somebody asks, of what holds, the newest first; none where it is about another coin. Pure.
 */
export function chooseNews(
  { text, guesses, slots }: Pick<Heard, 'text' | 'guesses' | 'slots'>,
  current: readonly NewsItem[],
): NewsItem[] {
  if (current.length === 0) return [];
  const [best] = guesses;
  const intent = best && best.probability >= likely ? meant[best.label] : undefined;
  const kinds = new Set([
    ...(Object.keys(named) as AnnouncementKind[]).filter((kind) => named[kind].test(text)),
    ...(intent?.kinds ?? []),
  ]);
  // "Delisting" is no listing.
  if (kinds.has('delisting')) kinds.delete('listing');
  const coins = coinsIn(text, slots.asset);
  if (coins.length === 0 && intent?.sameCoin === true) return [];
  return current
    .filter((it) => kinds.has(it.kind))
    .filter((it) => coins.length === 0 || coins.some((coin) => names(it, coin)))
    .toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
    .slice(0, most);
}

function coinsIn(text: string, asset: string | undefined): string[] {
  if (asset !== undefined) return [asset];
  // Who writes everything in capitals names nothing by them.
  if (!/\p{Ll}|\p{Lo}/u.test(text)) return [];
  return [...new Set([...text.matchAll(codes)].map(([code]) => code))].filter((it) => !noCoin.has(it));
}

const names = ({ plain }: NewsItem, coin: string): boolean =>
  new RegExp(`(?<![A-Za-z0-9])${coin}(?![A-Za-z0-9])`, 'i').test(plain);
