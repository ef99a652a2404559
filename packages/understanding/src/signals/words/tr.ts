import type { SignalWords } from '../signal.ts';

export const turkish: SignalWords = {
  civil:
    'lütfen|acil|acilen|selam|merhaba|teşekkürler|hemen|istiyorum|bana|bir|beni|lazım|şimdi|artık|ya|verin|ver|var mı',
  people: 'temsilci|insan|operatör|yetkili|müşteri temsilcisi|destek',
  wants_person: {
    says: `müşteri hizmetlerine|müşteri hizmetleriyle|temsilci var mı|çalışanınızla|bir çalışan|otomatik cevap istemiyorum|telefon numaranız|=insan|=temsilci|=müşteri temsilcisi|=operatör|=yetkili|=canlı destek|=canlı|=destek|=müşteri hizmetleri|=gerçek insan|=gerçek kişi|=biri|=kişi|=müdür|=agent|insanla görüş*|insanla konuş*|insan ile|insana bağla*|insana aktar*|bir insanla|bir insana|gerçek bir insan*|gerçek insan*|gerçek kişi*|gerçek biri*|gerçek bir kişi*|temsilciye bağla*|temsilciyle görüş*|temsilciyle konuş*|temsilci ile|temsilciye aktar*|temsilci istiyorum|temsilci bağla*|müşteri temsilcisi*|temsilcisine bağla*|temsilcisiyle|operatöre bağla*|operatörle|operatör bağla*|yetkiliyle|yetkili ile|yetkiliye|yetkili biri*|yetkili istiyorum|canlı desteğe|canlı destek*|canlı temsilci*|canlı biri*|biriyle görüş*|biriyle konuş*|birisiyle görüş*|birisiyle konuş*|birine bağla*|birisine bağla*|müdürünüz*|müdürle|botla konuşmak istemiyorum|bot istemiyorum|botla…istemiyorum|robotla…istemiyorum|robot istemiyorum|bot değil|robot değil insan|bot musun|robot musun|bot musunuz|robot musunuz|insan mısın|insan mısınız|gerçek misin|kimse yok mu|orada kimse|biri var mı|birisi var mı|kimse var mı|beni arayın|arar mısınız|telefonla görüş*|çağrı merkezi`,
    unless: `insana gerek yok|temsilciye gerek yok|gerek yok temsilci*|temsilci istemiyorum|insanla konuşmak istemiyorum|temsilciyle görüşmek istemiyorum|yetkiliye gerek yok|sahte temsilci|temsilci dedi|temsilciniz dedi|insan hatası|al sat botu|grid bot*|robot değilim|ben insanım|bot değilim|sahte müşteri temsilcisi`,
  },
  account_stolen: {
    says: `yapmadığım çekim|yapmadığım işlem|benim yapmadığım|tanımadığım adres*|tanımadığım bir|coinlerim yok olmuş|bakiyem sıfırlanmış|hesabım boşalmış|ben değilim|hırsızlık|çalınan|hacklendi|hacklenmiş|hesabım hack*|hesabımı hack*|hacker|hackerlar|hesabım çalın*|hesabımı çal*|param çalın*|paramı çal*|paralarım çalın*|coinlerim çalın*|coinlerimi çal*|çalındı|çaldılar|çalmışlar|ele geçiril*|ele geçirdi*|hesabıma girmiş*|hesabıma girildi|hesabıma biri*|hesabıma başkası*|hesabıma giriş yapılmış|birisi girdi|biri girmiş|biri giriş yapmış|başkası girmiş|başkası giriş*|biri çekmiş|birisi çekmiş|izinsiz çek*|izinsiz giriş*|izinsiz işlem*|iznim olmadan|bilgim dışında|haberim olmadan|bilgim olmadan|ben yapmadım|ben çekmedim|bu çekimi ben|bu işlemi ben yapmadım|çekim yapmadım|bana ait değil|yetkisiz|şifremi değiştir*miş|şifrem değiştirilmiş|şifremi değiştirmişler|mailimi değiştirmiş*|tanımadığım cihaz*|bilmediğim cihaz*|bilinmeyen cihaz*|sim kopyala*|oltalama*|kimlik avı*|hesabım boşaltıl*|hesabımı boşalt*`,
    unless: `telefonum çalın*|telefonumu çal*|cüzdanım çalın*|cep telefonum çalın*|hacklenmedi|hacklenirse*|hacklenmesin|hackerlardan korun*|borsa hacklen*|hiç hacklendi mi|hacklendi mi|çalınırsa|çalınmaması|çalınmasın`,
  },
  complaint: {
    says: `şikayet edeceğim|şikayet edicem|şikayet etmek istiyorum|şikayetçi olacağım|şikayetçiyim|şikayetçi olmak|resmi şikayet|şikayet dilekçe*|sizi şikayet|şikayetvar|şikayet var|dava aç*|dava edeceğim|mahkeme*|avukat*|yasal yollara|yasal yola|yasal işlem*|hukuki*|savcılık*|savcılığa|suç duyurusu*|polise|polis*|emniyet*|karakol*|cimer|spk|masak|bddk|tüketici hakem*|tüketici mahkeme*|noter*|ihtarname|siber suçlar*`,
    unless: `şikayet değil|şikayetim yok|şikayetçi değilim|hangi spk|spk lisansı var mı|yasal mı|noter onaylı belge|emniyetli mi|emniyetli`,
  },
  self_harm: {
    says: `intihar*|kendimi öldür*|kendimi asaca*|kendimi as*cam|canıma kıy*|hayatıma son*|yaşamıma son*|ölmek istiyorum|ölmek istiyom|ölsem daha iyi|yaşamak istemiyorum|yaşamak istemiyom|yaşamanın anlamı yok|yaşamaya değmez|yaşayamam artık|kendime zarar*|bileklerimi kes*|köprüden atla*|kendimi köprüden|balkondan atla*|kendimi asarım`,
    unless: `gülmekten öl*|ölmek istiyorum gülmekten|intihar timi`,
  },
  distress: {
    says: `# yaşında*|bütün birikimim*|tüm birikimim*|birikimimin hepsi|hayatımın birikimi*|bütün param*|tüm param|her şeyimi kaybettim|herşeyimi kaybettim|her şeyim gitti|emekliyim|emekli maaşı*|emekli ikramiye*|yaşlıyım|70 yaşında*|75 yaşında*|80 yaşında*|kiramı öde*|kirayı öde*|kira param*|kira parası*|ödeyemiyorum|ekmek param*|ekmek parası|yiyecek param*|aç kaldık|çocuklarım aç|ameliyat*|hastane*|ilaç param*|tedavi*|çocuğum hasta|annem hasta|babam hasta|engelliyim|işsizim|işsiz kaldım|işimi kaybettim|işten atıldım|borç aldım|borçluyum|borcum*|borç batağı*|kredi çektim|tefeci*|icra*|çaresizim|çaresiz|perişan*|mahvoldum|bittim|battım|depresyon*|uyuyamıyorum|uykusuz*|ağlıyorum|ağlamak*|yalvarıyorum|yalvarırım|allah rızası için|ne olur yardım|kumar bağımlı*|elimde hiçbir şey`,
    unless: `gülmekten ağla*|icraat|ağlamak komik|bütün paramı nasıl çek*|tüm paramı çekmek|bütün paramı çekmek`,
  },
  angry: {
    says: `dolandırıcılar|dolandırıcısınız|dolandırıcı borsa|dolandırıcı site|hırsızlar|hırsızsınız|hırsız borsa|sahtekar*|üçkağıtçı*|yalancı*|şerefsiz*|namussuz*|orospu*|oç|piç*|pezevenk*|amk|aq|amına*|siktir*|sikeyim|sikim*|götveren*|salak*|aptal*|gerizekalı*|geri zekalı*|mal mısın*|beyinsiz*|dangalak*|rezalet|rezilsiniz|rezil*|kepaze*|berbat|iğrenç*|çöp borsa|çöp gibi|beceriksiz*|işe yaramaz|en kötü borsa|en kötü destek|saçmalık|saçma sapan|dalga mı geçiyor*|alay mı ediyor*|yeter artık|bıktım|bıktık|usandım|sinirliyim|sinir oldum|çok sinirli*|delireceğim|çıldıraca*|öfkeliyim|utanmaz*|ayıp|yazıklar olsun|paramı geri verin|paramı verin|lanet*|bir daha asla|kabul edilemez`,
    unless: `dolandırıldım|dolandırıcıya|dolandırıcı mı|dolandırıcı aradı|aptalca bir soru|aptal soru|çöp kutusu|sinirli değilim`,
  },
  urgent: {
    says: `acil|acilen|çok acil|ivedi|ivedilikle|hemen şimdi|hemen bakın|hemen durdurun|hemen dondurun|derhal|bir an önce|en kısa sürede|en kısa zamanda|çabuk|çabuk olun|hızlı olun|hızlıca|acele edin|acele|bekleyemem|vaktim yok|zamanım yok|bugün lazım|bugün içinde|likit olacağım|likit olucam|likit olmak üzere|likidasyona az|çok geç olmadan`,
    unless: `acil değil|aciliyeti yok|acelesi yok|acelem yok|acil durum kişisi|acele etmeyin`,
  },
  injection: {
    says: `önceki…talimat*|talimatları…unut*|talimatları…yok say*|talimatları görmezden|kuralları…unut*|kuralları…yok say*|kuralları görmezden|yukarıdaki…yok say*|yukarıdakileri unut|sistem prompt*|sistem komut*|sistem talimat*|promptunu göster*|talimatlarını göster*|talimatlarını yaz*|gizli talimat*|ilk talimat*|gibi davran|rolü yap*|rolünü oyna*|sen artık…|artık sen bir|bundan sonra sen|numarası yap|geliştirici modu*|yönetici modu*|tanrı modu*|kısıtlama olmadan cevap*|sınırsız modda|yeni talimatlar*`,
    unless: `önceki talimatı iptal|önceki mesajımı|geliştirici modu açık telefon*|geliştirici modunu kapat*|önceki ödeme talimat*|önceki çekim talimat*`,
  },
  thanks: {
    says: `teşekkür*|tesekkur*|tşk|tşkler|tşekkür*|sağol|sağolun|sağ ol|sağ olun|eyvallah|eyw|minnettar*|elinize sağlık|allah razı olsun`,
    unless: `hayır teşekkür*|hayır, teşekkür*|yok teşekkür*|yok sağol|istemem teşekkür*|şimdiden teşekkür*|şimdiden sağol*`,
  },
  greeting: {
    says: `merhaba|merhabalar|^mrb|^slm|selam|selamlar|selamun aleykum|selamün aleyküm|^sa|günaydın|iyi günler|iyi akşamlar|iyi geceler|kolay gelsin|iyi çalışmalar|^hey`,
    unless: `selam söyle`,
  },
  yes: {
    says: `^evet|^evet lütfen|^evet öyle|^evet doğru|^doğru|^aynen|^aynen öyle|^tabii|^tabii ki|^tabi|^tabi ki|^olur|^tamam|^tmm|^tamamdır|^peki|^elbette|^kesinlikle|^onaylıyorum|^kabul|^kabul ediyorum|^çözüldü|^hallettim|^hallolun*|^oldu|^evet oldu|^evet çözüldü|^he|^var`,
  },
  no: {
    says: `^hayır|^hayir|^yok|^hayır teşekkürler|^hayır değil|^değil|^öyle değil|^o değil|^bu değil|^henüz değil|^daha değil|^hayır olmadı|^olmadı|^yanlış|^asla|^hiçbiri|^istemiyorum|^gerek yok|^kabul etmiyorum|^olmaz|^yo|^hayır çözülmedi|^çözülmedi|^iptal`,
  },
  not_helpful: {
    says: `yardımcı olmadı|yardımcı olmuyor*|yardımı olmadı|faydası olmadı|faydası yok|işe yaramadı|işime yaramadı|işe yaramıyor|çözmedi|çözüm olmadı|çözülmedi|sorunum çözülmedi|hala çözülmedi|sorun devam ediyor|hala aynı|hala olmuyor|hâlâ olmuyor|bunu sormadım|sorduğum bu değil|onu sormadım|sorum bu değil|soruma cevap*|cevap bu değil|cevap değil bu|cevap vermedin*|alakasız|alakası yok|ilgisi yok|anlamıyorsun*|beni anlamadın*|anlamadın|yanlış anladın*|bunu denedim|zaten denedim|denedim olmadı|hep aynı cevap|aynı cevap*|aynı şeyi söyl*|kopyala yapıştır|otomatik cevap|hazır cevap`,
  },
  not_now: {
    says: `geçen yıl|geçen sene|yıllar önce|yıl önce|sene önce|aylar önce|ay önce|çözüldü|halloldu|geri aldım|hacklenmedi|hacklenmedim|çalınmadı|ben girmiştim|benmişim|ben yapmışım|yanlış alarm|hacklenirse|hacklenirsem|çalınırsa|nasıl korurum|nasıl korunurum|nasıl koruyabilirim|nasıl önlerim|nasıl engellerim|hacklenmekten kork*|haberlerde`,
  },
};
