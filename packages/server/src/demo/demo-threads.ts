import type { CloseReason, Topic } from '@fairlead/contract';
import type { DemoCustomerKey, DemoTeam } from './demo-people.ts';

/**
 * A past conversation of the demo. Lines are told by their first character: `>` the customer, `<` the agent, `#` a note, `?` answers to choose
 * from, of the line before.
 * `agent` is an e-mail name of demo-people; `hoursAgo` when it began; `end` how it stands now.
 */
export interface DemoThread {
  /** Where it was held; in the chat unless said. */
  channel?: 'portal';
  customer: DemoCustomerKey;
  team: DemoTeam;
  topic: Topic;
  agent: string | null;
  hoursAgo: number;
  end: CloseReason | 'open' | 'queued';
  lines: string[];
}

export const demoThreads: readonly DemoThread[] = [
  {
    channel: 'portal',
    customer: 'amelia',
    team: 'funds',
    topic: 'deposit_withdrawal',
    agent: 'daniel',
    hoursAgo: 6,
    end: 'open',
    lines: [
      '> I withdrew 12,000 USDT to my hardware wallet this morning and it still says “Processing”. The address has been in my address book for a week.',
      '< Hello Amelia, this is Daniel. A routine check holds the withdrawal because nothing was ever sent to this address before. Your funds are safe.',
      '< Could you add a screenshot of the receiving address as your wallet shows it? I will have it released as soon as I can compare the two.',
    ],
  },
  {
    channel: 'portal',
    customer: 'linh',
    team: 'funds',
    topic: 'deposit_withdrawal',
    agent: 'bao',
    hoursAgo: 50,
    end: 'open',
    lines: [
      '> Mình rút 0,05 ETH về ví MetaMask nhưng lệnh bị từ chối, tiền đã quay lại tài khoản.',
      '< Chào chị Linh, em là Bảo. Lúc chị rút, mạng Ethereum đang bảo trì nên hệ thống tự hoàn tiền. Hiện mạng đã hoạt động lại, chị thử rút lại giúp em nhé.',
      '> Mình vừa rút lại và đã nhận được rồi. Cảm ơn em.',
    ],
  },
  {
    channel: 'portal',
    customer: 'chen',
    team: 'general',
    topic: 'other',
    agent: 'xiaowen',
    hoursAgo: 9,
    end: 'open',
    lines: [
      '> 导出的十月份对账单里少了三笔合约资金费记录，报税需要完整的明细，麻烦核对一下。',
      '< 陈先生您好，我是晓雯。缺少的三笔发生在 UTC 换日前后，我已请数据组重新生成对账单，完成后会在这里通知您。',
    ],
  },
  {
    customer: 'linh',
    team: 'funds',
    topic: 'deposit_withdrawal',
    agent: 'bao',
    hoursAgo: 3,
    end: 'open',
    lines: [
      '> Chào bạn, mình nạp 850 XRP từ ví khác sang mà 2 tiếng rồi chưa thấy vào tài khoản.',
      '< Chào chị Linh, em là Bảo. Chị gửi giúp em TXID của giao dịch được không ạ?',
      '> 4F1A6C0D9B7E35A28C60F1D94E7B02A35C8D6E19F0B4A7C2D3E58F6071B9A4C6',
      '> Hình như mình quên điền memo mất rồi…',
      '# TXID ok on chain, destination is our XRP hot wallet, no destination tag. Needs manual credit, form A.',
      '< Em đã thấy giao dịch trên chuỗi và đúng là thiếu destination tag, nên hệ thống chưa biết ghi vào tài khoản nào. Tiền của chị không bị mất, em sẽ tạo yêu cầu bổ sung cho chị ngay.',
    ],
  },
  {
    customer: 'chen',
    team: 'funds',
    topic: 'deposit_withdrawal',
    agent: 'mei',
    hoursAgo: 5,
    end: 'open',
    lines: [
      '> 你好，我昨晚提了 3 个 BTC，一直显示“审核中”，已经十个小时了，什么时候能到？',
      '< 陈先生您好，我是 Mei。您昨天 21:40 修改过登录密码，按规则修改安全项后 24 小时内的提现会暂停处理，这是为了保护您的资产。',
      '> 原来是这样，那到点会自动放行吗？需要我再提交什么吗？',
      '< 会自动恢复，不需要再提交材料。今天 21:40 之后系统会继续处理这笔提现，到账前您仍可以在提现记录里取消。',
      '> 好的，麻烦帮我盯一下。',
      '< 没问题，恢复处理后我会在这里告诉您。',
    ],
  },
  {
    customer: 'tanaka',
    team: 'security',
    topic: 'account_security',
    agent: 'ken',
    hoursAgo: 8,
    end: 'open',
    lines: [
      '> スマートフォンを機種変更したら、Google認証のコードが使えなくなりました。ログインできません。',
      '< 田中様、お問い合わせありがとうございます。担当の佐藤です。ログイン画面の「認証システムを利用できない場合」から再設定の申請ができます。ご登録のメールアドレスは今もお使いになれますか。',
      '> はい、メールは使えます。申請にはどのくらい時間がかかりますか？',
      '< 審査は通常1営業日以内に完了します。再設定後は安全のため24時間、出金が停止されますのでご了承ください。',
      '< 念のためお伺いします。以前のスマートフォンはまだお手元にありますか。',
      '? はい、手元にあります | いいえ、ありません',
    ],
  },
  {
    customer: 'wang',
    team: 'general',
    topic: 'trading',
    agent: null,
    hoursAgo: 0.4,
    end: 'queued',
    lines: ['> 我挂的限价单已经到价了但是没有成交，这是什么原因？订单号 884120937715'],
  },
  {
    customer: 'visitorEn',
    team: 'general',
    topic: 'other',
    agent: null,
    hoursAgo: 0.7,
    end: 'queued',
    lines: [
      '> Hi, someone on Telegram says they are from your support team and asks me to connect my wallet to "validate" it. Is that you?',
    ],
  },
  {
    customer: 'ivan',
    team: 'funds',
    topic: 'deposit_withdrawal',
    agent: 'anna',
    hoursAgo: 20,
    end: 'solved',
    lines: [
      '> Здравствуйте, отправил 1200 USDT по сети TRC20, подтверждений уже 40, а на балансе пусто',
      '< Здравствуйте, Иван! Меня зовут Анна. Пришлите, пожалуйста, хеш транзакции.',
      '> a8f5f167f44f4964e6c998dee827110c7f1b1a3f0e6f2a9b6c1f6a0d4e2b9c73',
      '< Спасибо. Вижу транзакцию: средства поступили на внутренний адрес, зачисление задержалось из-за обслуживания кошелька TRON. Работы закончены, баланс обновится в течение десяти минут.',
      '> Пришло, спасибо!',
      '< Отлично, хорошего дня!',
    ],
  },
  {
    customer: 'carlos',
    team: 'verification',
    topic: 'verification',
    agent: 'lucia',
    hoursAgo: 27,
    end: 'solved',
    lines: [
      '> Hola, me rechazaron la verificación dos veces y no sé por qué',
      '< Hola, Carlos. Soy Lucía. Lo reviso ahora mismo.',
      '# Reason code: glare on document, name cut off at the right edge.',
      '< La foto de tu INE sale con reflejo y el apellido queda cortado. Hazla sobre una superficie oscura, sin flash, con las cuatro esquinas visibles.',
      '> Listo, acabo de subirla otra vez',
      '< Perfecto, ya quedó aprobada. Tu cuenta está en el nivel 2.',
      '> Muchas gracias, súper rápido',
    ],
  },
  {
    customer: 'jiwoo',
    team: 'funds',
    topic: 'deposit_withdrawal',
    agent: 'minseo',
    hoursAgo: 31,
    end: 'solved',
    lines: [
      '> 안녕하세요, 이더리움을 BSC 네트워크로 잘못 출금한 것 같아요. 복구 가능할까요?',
      '< 안녕하세요, 지우 고객님. 담당자 김민서입니다. 받는 주소가 본인 지갑 주소인가요, 다른 거래소 주소인가요?',
      '> 제 메타마스크 지갑이에요',
      '< 다행입니다. 같은 주소를 BSC에서도 쓰실 수 있어서, 메타마스크에 BNB 스마트 체인을 추가하시면 자산이 보입니다. 시드 구문은 누구에게도 알려 주지 마세요.',
      '> 와 보이네요! 감사합니다',
    ],
  },
  {
    customer: 'amelia',
    team: 'general',
    topic: 'api',
    agent: 'daniel',
    hoursAgo: 44,
    end: 'solved',
    lines: [
      '> My bot started getting "api-signature-not-valid" on every private call since this morning. Nothing changed on my side.',
      '< Hi Amelia, Daniel here. Could you check the clock of that machine? The timestamp may be at most five minutes off, in UTC.',
      '> ...the container was 9 minutes behind after the host slept. Fixed, thanks.',
      '< Glad it was that. An NTP client in the container keeps it from coming back.',
    ],
  },
  {
    customer: 'visitorZh',
    team: 'general',
    topic: 'other',
    agent: 'xiaowen',
    hoursAgo: 50,
    end: 'no_reply',
    lines: [
      '> 请问新用户注册有什么要求吗',
      '< 您好，需要年满 18 岁，并准备好有效身份证件。您所在的国家或地区是哪里呢？',
    ],
  },
  {
    customer: 'wang',
    team: 'security',
    topic: 'account_security',
    agent: 'mei',
    hoursAgo: 70,
    end: 'solved',
    lines: [
      '> 刚收到一条短信说我的账户在异地登录，是真的吗？里面有个链接',
      '< 王女士您好，请不要点击链接。我已核对，您的账户最近没有异地登录，这条短信不是我们发的。',
      '> 吓死我了，谢谢！那我要不要改密码？',
      '< 如果您没有点开链接也没有输入过信息，可以不用改。建议设置防钓鱼码，之后我们的邮件都会带上它。',
    ],
  },
  {
    customer: 'elif',
    team: 'general',
    topic: 'p2p_fiat',
    agent: 'daniel',
    hoursAgo: 96,
    end: 'solved',
    lines: [
      '> Merhaba, P2P siparişinde ödemeyi yaptım ama satıcı onaylamıyor. English is fine too.',
      '< Hi Elif, this is Daniel. Thank you for writing in English. Please do not cancel the order: your money is protected while it is open. Press "Appeal" and add the receipt of your bank.',
      '> Done. He released it right after the appeal!',
      '< Good to hear. The seller has been warned.',
    ],
  },
  {
    customer: 'chen',
    team: 'general',
    topic: 'futures',
    agent: 'xiaowen',
    hoursAgo: 120,
    end: 'solved',
    lines: [
      '> 资金费率是几点收取？我 16:00 前一分钟平仓还会收吗',
      '< 您好，资金费用在每个结算时间点收取，结算那一刻没有持仓就不会收取。请留意平仓单完全成交后再确认。',
      '> 明白了',
    ],
  },
  {
    customer: 'amelia',
    team: 'funds',
    topic: 'deposit_withdrawal',
    agent: 'daniel',
    hoursAgo: 144,
    end: 'solved',
    lines: [
      '> What is the smallest USDT withdrawal on TRC20 at the moment?',
      '< The withdrawal page shows the current minimum and fee next to the network, they change with the network’s costs. Right now both are listed there for TRC20.',
      '> Found it, thanks.',
    ],
  },
  {
    customer: 'carlos',
    team: 'general',
    topic: 'trading',
    agent: 'lucia',
    hoursAgo: 160,
    end: 'duplicate',
    lines: [
      '> ¿Por qué no veo el par que compré ayer?',
      '< Hola, Carlos. Lo respondí en tu otra conversación, así que cierro esta.',
    ],
  },
];
