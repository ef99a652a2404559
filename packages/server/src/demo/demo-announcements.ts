import type { AnnouncementKind, AnnouncementWords, Locale } from '@fairlead/contract';

type Texts = Partial<Record<Locale, AnnouncementWords>> & { readonly en: AnnouncementWords };

interface DemoAnnouncement {
  readonly kind: AnnouncementKind;
  readonly texts: Texts;
}

const words = (title: string, summary: string, body: string): AnnouncementWords => ({ title, summary, body });

/** It came out some hours ago, in eight languages. */
export const publishedAnnouncement: DemoAnnouncement = {
  kind: 'maintenance',
  texts: {
    en: words(
      'Upgrade of the matching engine on Sunday',
      'Trading pauses for about 30 minutes on Sunday from 02:00 UTC. Deposits and withdrawals go on.',
      '## What to expect\n\n- Orders that are open stay open.\n- Nothing can be placed or cancelled meanwhile.\n- Futures positions are not liquidated during the pause.\n\nYou need not do anything.',
    ),
    'zh-CN': words(
      '周日升级撮合引擎',
      '周日 02:00 UTC 起交易暂停约 30 分钟，充提不受影响。',
      '## 影响\n\n- 未成交的委托保留。\n- 期间无法下单或撤单。\n- 暂停期间合约仓位不会被强平。\n\n您无需进行任何操作。',
    ),
    ja: words(
      '日曜日にマッチングエンジンを更新します',
      '日曜日 02:00 UTC から約30分間、取引を停止します。入出金は通常どおりです。',
      '## 影響\n\n- 未約定の注文はそのまま残ります。\n- 停止中は発注も取消もできません。\n- 停止中に先物ポジションが強制決済されることはありません。\n\nお客様の操作は不要です。',
    ),
    ko: words(
      '일요일 매칭 엔진 업그레이드',
      '일요일 02:00 UTC부터 약 30분간 거래가 중단됩니다. 입출금은 정상입니다.',
      '## 영향\n\n- 미체결 주문은 유지됩니다.\n- 그동안 주문과 취소가 불가능합니다.\n- 중단 중에는 선물 포지션이 청산되지 않습니다.\n\n따로 하실 일은 없습니다.',
    ),
    ru: words(
      'Обновление торгового ядра в воскресенье',
      'В воскресенье с 02:00 UTC торговля остановится примерно на 30 минут. Ввод и вывод работают.',
      '## Что изменится\n\n- Открытые ордера сохранятся.\n- Выставить или отменить ордер в это время нельзя.\n- Позиции по фьючерсам не ликвидируются.\n\nДелать ничего не нужно.',
    ),
    es: words(
      'Actualización del motor de órdenes el domingo',
      'El domingo desde las 02:00 UTC el trading se detiene unos 30 minutos. Depósitos y retiros siguen.',
      '## Qué esperar\n\n- Las órdenes abiertas se mantienen.\n- Mientras tanto no se puede colocar ni cancelar nada.\n- Las posiciones de futuros no se liquidan durante la pausa.\n\nNo tiene que hacer nada.',
    ),
    vi: words(
      'Nâng cấp hệ thống khớp lệnh vào Chủ nhật',
      'Chủ nhật từ 02:00 UTC, giao dịch tạm dừng khoảng 30 phút. Nạp và rút vẫn bình thường.',
      '## Ảnh hưởng\n\n- Lệnh đang mở được giữ nguyên.\n- Trong lúc đó không thể đặt hay hủy lệnh.\n- Vị thế hợp đồng tương lai không bị thanh lý.\n\nBạn không cần làm gì.',
    ),
    tr: words(
      'Pazar günü eşleştirme motoru güncelleniyor',
      'Pazar 02:00 UTC’den itibaren alım satım yaklaşık 30 dakika durur. Yatırma ve çekme sürer.',
      '## Neler olacak\n\n- Açık emirler kalır.\n- Bu sürede emir verilemez ve iptal edilemez.\n- Vadeli pozisyonlar tasfiye edilmez.\n\nBir şey yapmanız gerekmez.',
    ),
  },
};

/** It waits for somebody to approve it. */
export const reviewedAnnouncement: DemoAnnouncement = {
  kind: 'suspension',
  texts: {
    en: words(
      'XRP withdrawals pause for a network upgrade',
      'Withdrawals of XRP pause on Tuesday from 08:00 UTC until the XRP Ledger’s upgrade is stable.',
      'Trading of XRP goes on. Deposits that are sent meanwhile arrive afterwards. **Do not forget the destination tag.**',
    ),
    'zh-CN': words(
      'XRP 网络升级，暂停提币',
      'XRP 提币将于周二 08:00 UTC 起暂停，待 XRP Ledger 升级稳定后恢复。',
      'XRP 交易不受影响。期间的充值将在恢复后到账。**请务必填写标签（Destination Tag）。**',
    ),
  },
};

/** It comes out by itself in a few days. */
export const scheduledAnnouncement: DemoAnnouncement = {
  kind: 'listing',
  texts: {
    en: words(
      'HTX lists SEA',
      'SEA/USDT opens for trading on Friday at 10:00 UTC. Deposits are open from now on.',
      'New assets can move a lot. Trade only with what you can afford to lose.',
    ),
    vi: words(
      'HTX niêm yết SEA',
      'SEA/USDT mở giao dịch vào thứ Sáu lúc 10:00 UTC. Đã mở nạp.',
      'Tài sản mới có thể biến động mạnh. Chỉ giao dịch với số tiền bạn có thể chấp nhận mất.',
    ),
  },
};
