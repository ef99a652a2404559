/** What papers that say who somebody is are called, in all languages at once: customers send those of one country and write in the language of another. */
export const documentNames =
  /passport|(?:national )?id(?:entity)? card|national id\b|\bmy id\b|government id|driv(?:er|ing)['’]?s? licen[cs]e|residence permit|护照|身份证|驾驶证|驾照|居留证|通行证|護照|身分證|駕照|駕駛執照|居留證|パスポート|旅券|免許証|マイナンバーカード|個人番号カード|在留カード|身分証|本人確認書類|여권|주민등록증|운전면허증|신분증|외국인등록증|паспорт|удостоверени[ея] личности|водительск\p{L}+ (?:удостоверени|прав)|вид на жительство|pasaporte|documento (?:nacional )?de identidad|\bdni\b|cédula|(?:licencia|carn[eé]t?|permiso) de conducir|hộ chiếu|căn cước|chứng minh (?:nhân dân|thư)|\bcccd\b|\bcmnd\b|giấy phép lái xe|bằng lái|passaporte|carteira de (?:identidade|motorista)|\bcnh\b|documento de identificação|pasaport|kimlik kart|kimliği|nüfus cüzdan|ehliyet|sürücü belgesi|\bpaspor\b|\bktp\b|kartu (?:tanda penduduk|identitas)|surat izin mengemudi|หนังสือเดินทาง|พาสปอร์ต|บัตรประชาชน|บัตรประจำตัวประชาชน|ใบขับขี่|passeport|carte (?:nationale )?d['’]identité|pi[eè]ce d['’]identité|permis de conduire|titre de séjour|reisepass|personalausweis|\bausweis\b|führerschein|aufenthaltstitel|جواز (?:ال)?سفر|بطاقة (?:ال)?هوي[ةه]|الهوية الوطنية|رخصة (?:ال)?قياد[ةه]/iu;

/** What stands beside the fields of such papers; each pattern is one field. */
export const documentFields: readonly RegExp[] = [
  /sur ?name|family name|姓名|姓\b|氏名|성명|성 ?\/|фамилия|apellidos?|họ (?:và|,) ?(?:chữ đệm )?tên|sobrenome|soyad|nama\b|ชื่อตัว|ชื่อสกุล|\bnom\b|\bname\b|الاسم|اللقب/iu,
  /given names?|first name|forename|\bимя\b|nombres?\b|vornamen?|prénoms?|\badı\b|filiação/iu,
  /date of birth|\bdob\b|birth ?date|出生|生年月日|생년월일|дата рождения|fecha de nacimiento|ngày(?:,? tháng,? năm)? sinh|data de nasc|doğum tarihi|tgl\.? ?lahir|tanggal lahir|เกิดวันที่|date de naissance|geburts(?:datum|tag)|تاريخ (?:ال)?ميلاد/iu,
  /place of birth|本籍|место рождения|lugar de nacimiento|quê quán|nơi sinh|naturalidade|doğum yeri|lieu de naissance|geburtsort|مكان (?:ال)?ميلاد/iu,
  /nationality|citizenship|国籍|國籍|民族|국적|гражданство|nacionalidad|quốc tịch|nacionalidade|uyruğu|kewarganegaraan|สัญชาติ|nationalité|staatsangehörigkeit|الجنسي[ةه]/iu,
  /date of (?:expiry|expiration)|expir(?:y|es)|valid (?:until|to)|有效期|有効期限|기간 ?만료일|유효기간|срок действия|(?:fecha de )?caducidad|válido hasta|có giá trị đến|validade|son geçerlilik|geçerlilik tarihi|berlaku hingga|บัตรหมดอายุ|date d['’]expiration|valable jusqu|gültig bis|تاريخ (?:ال)?انتهاء/iu,
  /date of issue|issued (?:on|by)|issuing authority|\bauthority\b|签发|簽發|発行|交付|발급일|발행|дата выдачи|кем выдан|код подразделения|expedici[oó]n|expedido|ngày cấp|nơi cấp|expedição|veriliş|verildiği|dikeluarkan|วันออกบัตร|date de délivrance|délivré|ausstellungs|ausstellende|تاريخ (?:ال)?إصدار/iu,
  /passport (?:no|number)|document (?:no|number)|licen[cs]e (?:no|number)|id (?:no|number)|护照号|身份(?:证)?号|身份号码|証番号|番号|주민등록번호|여권번호|серия|номер|n[úu]mero|số (?:hộ chiếu|định danh|\/ ?no)|nº|seri no|\bnik\b|เลขประจำตัว|numéro|ausweisnummer|رقم (?:ال)?(?:جواز|هوي[ةه]|بطاق[ةه])/iu,
  /\bsex\b|gender|性别|性別|성별|\bпол\b|\bsexo\b|giới tính|cinsiyet|jenis kelamin|\bsexe\b|geschlecht|الجنس/iu,
];

/** Words by which somebody says that they hand a paper over. */
export const offers =
  /here(?:['’]s| is| are)|this is|attach|sending|\bsent\b|\bsend\b|photos?|picture|\bpics?\b|\bscan|cop(?:y|ies)|front and back|both sides|这是|附上|附件|发(?:给|送|上)|照片|扫描|复印|正反面|這是|附檔|傳(?:給|送|上)|掃描|影本|正反兩面|こちら|です(?:。|$)|添付|送り|送付|写真|画像|コピー|両面|첨부|보냅니다|보내|사진|사본|앞뒤|вот|прикреп|отправ|высылаю|прилагаю|фото|скан|копи|aquí (?:est|tiene|va)|adjunt|env[ií]o|\bfoto|copia|ambos lados|đây là|đính kèm|\bgửi\b|\bảnh\b|bản sao|hai mặt|aqui est|segue|anex|\benvio\b|cópia|frente e verso|ekte|ekled|fotoğraf|gönder|kopya|ön ve arka|\bini\b|terlampir|lampir|\bkirim|salinan|นี่คือ|แนบ|ส่ง|รูป|สำเนา|voici|ci-joint|photo|copie|j['’]envoie|recto|hier (?:ist|sind)|anbei|im anhang|schicke|sende|kopie|vorder- und rückseite|هذ[اه]|مرفق|أرفق|صور[ةه]|أرسل|نسخ[ةه]/iu;

/** Words by which somebody tells of trouble rather than handing something over. */
export const troubles =
  /reject|declin|error|fail|can['’]?t\b|cannot|won['’]?t\b|not work|不通过|拒绝|被拒|失败|无法|不能|报错|拒絕|失敗|無法|エラー|できな|できません|拒否|却下|失敗|거절|반려|오류|실패|안 ?(?:돼|되|됩)|отклон|отказ|ошибк|не (?:уда|получ|мог|принима)|rechaz|error|no (?:puedo|me deja|funciona)|bị từ chối|\blỗi\b|không (?:thể|được)|rejeit|recus|\berro\b|não (?:consigo|funciona)|redded|\bhata\b|olmuyor|yapam|yüklenm|ditolak|gagal|tidak (?:bisa|dapat)|ปฏิเสธ|ไม่(?:ได้|ผ่าน|สามารถ)|ผิดพลาด|refus|erreur|impossible|abgelehnt|fehler|kann nicht|geht nicht|funktioniert nicht|رفض|خطأ|لا (?:أستطيع|يمكن|يعمل)/iu;

/** A picture of oneself, as it is asked for beside a paper. */
export const selfies =
  /selfie|self-portrait|photo of me|picture of me|me holding|holding (?:my|the)|自拍|手持|本人照|セルフィー|自撮り|顔写真|手に持|셀카|셀피|들고 (?:찍|있)|本人|본인 사진|селфи|с паспортом в рук|autofoto|sosteniendo|sujetando|ảnh (?:chân dung|tự chụp)|\bcầm\b|segurando|özçekim|elimde|swafoto|memegang|เซลฟี่|ถ่ายคู่|ถือ|en tenant|tenant ma|ich halte|in der hand|سيلفي|صور[ةه] شخصي[ةه]|أحمل|وأنا أمسك/iu;
