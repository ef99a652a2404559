import type { Locale } from '@fairlead/contract';

interface HelpTexts {
  title: string;
  chat: string;
  closed: string;
  warning: string;
  languages: string;
}

/** What the help page says, in each language. */
export const helpTexts: Record<Locale, HelpTexts> = {
  'zh-CN': {
    title: '联系客服',
    chat: '点击右下角的聊天按钮，用您的语言描述问题。全天 24 小时都可以留言。',
    closed: '聊天暂未开放。',
    warning: '客服绝不会向您索要密码、验证码、助记词或私钥。',
    languages: '语言',
  },
  en: {
    title: 'Contact support',
    chat: 'Open the chat in the corner of this page and write in your own language, day or night.',
    closed: 'The chat is not open yet.',
    warning: 'Support never asks for your password, a verification code, a seed phrase or a private key.',
    languages: 'Languages',
  },
  ja: {
    title: 'サポートへのお問い合わせ',
    chat: '画面の隅にあるチャットを開き、日本語でご相談内容をお書きください。24時間受け付けています。',
    closed: 'チャットは現在ご利用いただけません。',
    warning: 'サポートがパスワード、認証コード、シードフレーズ、秘密鍵をお尋ねすることは決してありません。',
    languages: '言語',
  },
  ko: {
    title: '고객지원 문의',
    chat: '화면 모서리의 채팅을 열고 한국어로 문의 내용을 남겨 주세요. 24시간 접수합니다.',
    closed: '채팅이 아직 열려 있지 않습니다.',
    warning: '고객지원은 비밀번호, 인증 코드, 시드 구문, 개인 키를 절대 요구하지 않습니다.',
    languages: '언어',
  },
  ru: {
    title: 'Связаться с поддержкой',
    chat: 'Откройте чат в углу страницы и напишите на своём языке — в любое время суток.',
    closed: 'Чат пока не открыт.',
    warning: 'Поддержка никогда не спрашивает пароль, код подтверждения, сид-фразу или приватный ключ.',
    languages: 'Языки',
  },
  es: {
    title: 'Contactar con soporte',
    chat: 'Abre el chat en la esquina de la página y escribe en tu idioma, a cualquier hora.',
    closed: 'El chat todavía no está abierto.',
    warning:
      'Soporte nunca pide tu contraseña, un código de verificación, tu frase semilla ni una clave privada.',
    languages: 'Idiomas',
  },
  vi: {
    title: 'Liên hệ hỗ trợ',
    chat: 'Mở khung chat ở góc trang và viết bằng tiếng Việt, bất cứ lúc nào trong ngày.',
    closed: 'Khung chat chưa mở.',
    warning:
      'Bộ phận hỗ trợ không bao giờ hỏi mật khẩu, mã xác minh, cụm từ khôi phục hay khóa riêng của bạn.',
    languages: 'Ngôn ngữ',
  },
  'zh-TW': {
    title: '聯絡客服',
    chat: '點選右下角的聊天按鈕，用您的語言描述問題。全天 24 小時皆可留言。',
    closed: '聊天尚未開放。',
    warning: '客服絕不會向您索取密碼、驗證碼、助記詞或私鑰。',
    languages: '語言',
  },
  'pt-BR': {
    title: 'Fale com o suporte',
    chat: 'Abra o chat no canto da página e escreva no seu idioma, a qualquer hora.',
    closed: 'O chat ainda não está aberto.',
    warning:
      'O suporte nunca pede sua senha, um código de verificação, sua frase-semente ou uma chave privada.',
    languages: 'Idiomas',
  },
  tr: {
    title: 'Destek ile iletişime geçin',
    chat: 'Sayfanın köşesindeki sohbeti açın ve günün her saatinde kendi dilinizde yazın.',
    closed: 'Sohbet henüz açık değil.',
    warning: 'Destek ekibi sizden asla şifre, doğrulama kodu, kurtarma ifadesi veya özel anahtar istemez.',
    languages: 'Diller',
  },
  id: {
    title: 'Hubungi dukungan',
    chat: 'Buka obrolan di sudut halaman dan tulis dalam bahasa Anda, kapan saja.',
    closed: 'Obrolan belum dibuka.',
    warning:
      'Tim dukungan tidak pernah meminta kata sandi, kode verifikasi, frasa pemulihan, atau kunci privat.',
    languages: 'Bahasa',
  },
  th: {
    title: 'ติดต่อฝ่ายช่วยเหลือ',
    chat: 'เปิดแชตที่มุมของหน้านี้แล้วพิมพ์เป็นภาษาของคุณได้ตลอด 24 ชั่วโมง',
    closed: 'แชตยังไม่เปิดให้บริการ',
    warning: 'ฝ่ายช่วยเหลือจะไม่ขอรหัสผ่าน รหัสยืนยัน วลีกู้คืน หรือคีย์ส่วนตัวของคุณโดยเด็ดขาด',
    languages: 'ภาษา',
  },
  fr: {
    title: 'Contacter l’assistance',
    chat: 'Ouvrez le chat dans le coin de la page et écrivez dans votre langue, à toute heure.',
    closed: 'Le chat n’est pas encore ouvert.',
    warning:
      'L’assistance ne demande jamais votre mot de passe, un code de vérification, votre phrase de récupération ni une clé privée.',
    languages: 'Langues',
  },
  de: {
    title: 'Support kontaktieren',
    chat: 'Öffnen Sie den Chat in der Ecke dieser Seite und schreiben Sie rund um die Uhr in Ihrer Sprache.',
    closed: 'Der Chat ist noch nicht geöffnet.',
    warning:
      'Der Support fragt nie nach Ihrem Passwort, einem Bestätigungscode, Ihrer Seed-Phrase oder einem privaten Schlüssel.',
    languages: 'Sprachen',
  },
  ar: {
    title: 'تواصل مع الدعم',
    chat: 'افتح المحادثة في زاوية الصفحة واكتب بلغتك في أي وقت من اليوم.',
    closed: 'المحادثة غير متاحة بعد.',
    warning: 'لن يطلب منك الدعم أبدًا كلمة المرور أو رمز التحقق أو عبارة الاسترداد أو المفتاح الخاص.',
    languages: 'اللغات',
  },
};
