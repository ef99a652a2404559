import type { SignalWords } from '../signal.ts';

export const indonesian: SignalWords = {
  civil:
    'tolong|mohon|dong|ya|kak|min|gan|saya|mau|minta|sekarang|cepat|halo|terima kasih|butuh|ingin|dengan|bisa|aja|donk|sama|yang',
  people: 'manusia|petugas|operator|agen|admin manusia',
  wants_person: {
    says: `layanan pelanggan|nomor telepon cs|nomor cs|live chat dengan|kontak cs|menghubungi cs|agen yang bisa|respon otomatis|balasan otomatis|=manusia|=orang|=cs|=customer service|=admin manusia|=petugas|=operator|=agen|=orang asli|=cs manusia|=live chat|=manajer|=atasan|bicara dengan…orang|bicara dengan manusia|bicara dengan cs|bicara dengan petugas|bicara dengan agen|bicara dengan customer|bicara dengan operator|bicara sama orang|bicara sama manusia|bicara sama cs|ngomong sama orang|ngomong sama manusia|ngomong sama cs|ngobrol sama orang|ngobrol dengan manusia|ngobrol sama cs|chat dengan manusia|chat sama orang|chat dengan cs|hubungkan…cs|hubungkan…manusia|hubungkan…petugas|hubungkan…agen|hubungkan…orang|hubungkan…operator|hubungkan…customer|sambungkan…cs|sambungkan…orang|sambungkan…manusia|sambungkan…petugas|sambungin…cs|alihkan…cs|alihkan ke…manusia|minta cs|minta petugas|minta operator|panggil cs|panggilkan|panggil petugas|mau cs|mau bicara|cs manusia|manusia asli|manusia beneran|orang beneran|orang asli|agen manusia|butuh manusia|butuh cs|gak mau…bot|ga mau…bot|nggak mau…bot|tidak mau…bot|tidak mau…robot|gak mau…robot|jangan bot|jangan pakai bot|bukan bot|bukan robot|benci bot|bot bodoh|kamu bot|kamu robot|ini bot|ini robot|kamu manusia|apakah anda manusia|ada orang gak|ada orang tidak|ada orang ga|ada orang nggak|ada orang di sana|ada yang jaga|telepon saya|hubungi saya lewat telepon`,
    unless: `tidak perlu cs|gak perlu cs|tidak perlu manusia|tidak perlu bicara|gak usah cs|tidak usah hubungkan|tidak mau bicara dengan cs|tidak mau bicara dengan orang|gak mau bicara sama orang|cs palsu|cs gadungan|mengaku cs|ngaku cs|cs bilang|kata cs|kesalahan manusia|bot trading|bot grid|saya bukan robot|saya bukan bot|verifikasi manusia`,
  },
  account_stolen: {
    says: `penarikan yang tidak saya|yang tidak saya lakukan|login dari negara|koin saya hilang semua|aset saya hilang|saldo saya ludes|ludes|dikuasai orang|alamat yang tidak saya kenal|perangkat yang tidak saya kenal|pencurian|kena hack|di hack|dihack|ke hack|kehack|diretas|di retas|peretas|hacker|dibobol|di bobol|kebobolan|pembobolan|akun saya dicuri|akun dicuri|dicuri|kecurian|pencurian akun|dicolong|akun diambil alih|diambil alih|dibajak|dikuras|terkuras|ada yang login|ada yang masuk ke akun|ada yang masuk akun|ada yang menarik|ada yang narik|ada yang mengubah|ada yang ganti|orang lain login|orang lain masuk|orang lain menarik|orang lain pakai akun|bukan saya yang|saya tidak melakukan penarikan|saya tidak melakukan transaksi|saya tidak pernah melakukan|saya gak pernah tarik|saya tidak pernah menarik|saya tidak merasa|saya tidak menarik|tanpa izin saya|tanpa sepengetahuan|tanpa seizin|tidak sah|penarikan tidak dikenal|perangkat tidak dikenal|login tidak dikenal|login mencurigakan|password saya diganti|password diubah|email saya diganti|kena phishing|kena phising|klik link phishing`,
    unless: `hp saya dicuri|hp dicuri|ponsel saya dicuri|handphone dicuri|hp dicolong|dompet saya dicuri|tidak dihack|belum pernah dihack|pernah dihack|kalau dihack|jika dihack|supaya tidak dihack|agar tidak dihack|biar gak kena hack|dari hacker|mencegah hacker|kalau kena hack|takut dihack|takut kena hack|kalau dicuri|jika dicuri|agar tidak dicuri`,
  },
  complaint: {
    says: `keluhan resmi|pengaduan resmi|komplain resmi|mengajukan keluhan|mengajukan pengaduan|mengajukan komplain|ajukan pengaduan|mau komplain|saya komplain|mau lapor|saya laporkan|akan saya laporkan|melaporkan kalian|lapor polisi|laporkan ke polisi|polisi|polda|bareskrim|ojk|bappebti|ylki|kominfo|jalur hukum|ranah hukum|tindakan hukum|langkah hukum|proses hukum|pengacara|kuasa hukum|pengadilan|menuntut|saya tuntut|tuntut kalian|gugat*|somasi|viralkan|saya viralin|media konsumen`,
    unless: `bukan komplain|tidak komplain|tidak ada keluhan|mau lapor pajak|lapor pajak|terdaftar di ojk|terdaftar di bappebti|izin bappebti|izin ojk|diawasi ojk|diawasi bappebti|badan hukum`,
  },
  self_harm: {
    says: `bunuh diri|mau mati|ingin mati|pengen mati|pingin mati|mending mati|lebih baik mati|mengakhiri hidup|akhiri hidup|tidak mau hidup|gak mau hidup|tidak ingin hidup|gak pengen hidup|gak sanggup hidup|tidak sanggup hidup|hidup tidak berarti|tidak ada gunanya hidup|gantung diri|loncat dari|lompat dari|potong nadi|iris nadi|minum racun|menyakiti diri|melukai diri`,
    unless: `hp…mau mati|laptop…mau mati|hp saya mau mati|komputer mau mati|mati ketawa|ketawa mau mati|mau mati ketawa|lompat dari harga|aplikasi mau mati|server mau mati|hp mau mati|loncat dari harga|baterai mau mati`,
  },
  distress: {
    says: `umur #|usia #|seluruh tabungan|semua tabungan|tabungan seumur hidup|tabungan saya habis|semua uang saya|seluruh uang saya|uang pensiun|pensiunan|dana pensiun|lansia|sudah tua|umur 70|umur 75|umur 80|tidak bisa bayar|gak bisa bayar|bayar kontrakan|bayar kos|bayar sewa|uang makan|uang sekolah|susu anak|makan anak|tidak bisa makan|gak bisa makan|operasi|rumah sakit|dirawat|biaya berobat|berobat|obat ibu|anak saya sakit|anak sakit|ibu saya sakit|orang tua sakit|difabel|disabilitas|kehilangan pekerjaan|di phk|kena phk|pengangguran|terlilit utang|utang|hutang|pinjol|uang pinjaman|pinjam uang|rentenir|bangkrut|habis semua|kehilangan semua|kehilangan segalanya|hancur hidup|putus asa|stress berat|stres berat|depresi|gak bisa tidur|tidak bisa tidur|menangis|nangis|memohon|saya mohon dengan sangat|kecanduan judi|janda`,
    unless: `nangis ketawa|jam operasi|sistem operasi|operasional|cara pinjam|pinjaman kripto|bursa bangkrut|tarik semua uang saya|menarik semua uang saya|kenapa saya tidak bisa bayar p2p|tidak bisa bayar p2p`,
  },
  angry: {
    says: `penipu kalian|kalian penipu|dasar penipu|exchange penipu|bursa penipu|penipu semua|maling|rampok|perampok|garong|pembohong|bohong terus|bangsat|anjing|anjir|anjrit|babi|kontol|memek|ngentot|taik|goblok|goblog|bego|tolol|bodoh|dungu|idiot|brengsek|kampret|sialan|bajingan|keparat|sampah|gak becus|tidak becus|gak guna|tidak berguna|payah|parah|parah banget|buruk sekali|pelayanan buruk|terburuk|paling buruk|mengecewakan|kecewa berat|sangat kecewa|muak|kesal|kesel|jengkel|emosi|marah|geram|keterlaluan|kurang ajar|kembalikan uang saya|balikin duit|balikin uang|gak masuk akal|tidak masuk akal|mempermainkan|main main kalian`,
    unless: `kena tipu|penipu menghubungi|apakah penipu|bukan marah|tidak marah|jangan marah|folder sampah|kotak sampah|pertanyaan bodoh|koin sampah|bot bodoh kah`,
  },
  urgent: {
    says: `darurat|mendesak|urgent|urgen|segera|secepatnya|secepat mungkin|cepat dong|cepetan|buruan|cepat tolong|tolong cepat|sekarang juga|saat ini juga|gak bisa nunggu|tidak bisa menunggu|gak bisa tunggu|butuh hari ini|hari ini juga|keburu|sebelum terlambat|mau likuid|hampir likuid*|mau kena likuidasi|bekukan sekarang|blokir sekarang|bekukan akun saya`,
    unless: `tidak darurat|tidak mendesak|gak urgent|tidak urgent|tidak buru buru|gak buru buru|kontak darurat|tidak segera|segera hadir|segera listing|santai saja`,
  },
  injection: {
    says: `abaikan…instruksi|abaikan…perintah|abaikan…aturan|abaikan semua…sebelumnya|lupakan…instruksi|lupakan…perintah|lupakan…aturan|lupakan semua|hiraukan…instruksi|langgar…aturan|lewati…batasan|prompt sistem|sistem prompt|instruksi sistem|tampilkan…prompt|tunjukkan…prompt|tampilkan…instruksi|tunjukkan…instruksi|ungkapkan…prompt|bocorkan…prompt|instruksi awal|instruksi tersembunyi|prompt kamu|berpura pura|pura pura jadi|pura pura menjadi|bertindak sebagai|bertindaklah|berperan sebagai|anggap dirimu|kamu sekarang adalah|sekarang kamu adalah|mulai sekarang kamu|mode pengembang|mode developer|mode admin|tanpa batasan jawab|jawab tanpa batasan|instruksi baru`,
    unless: `abaikan pesan saya|abaikan pesan sebelumnya|abaikan chat|matikan mode pengembang|mode pengembang di hp`,
  },
  thanks: {
    says: `terima kasih|terimakasih|trima kasih|makasih|makasi|mksh|trims|tengkyu|thx|matur nuwun|nuhun`,
    unless: `tidak terima kasih|tidak, terima kasih|gak makasih|gak, makasih|enggak makasih|terima kasih sebelumnya|makasih sebelumnya|sebelumnya terima kasih`,
  },
  greeting: {
    says: `^halo|halo kak|halo min|^hai|^hallo|selamat pagi|selamat siang|selamat sore|selamat malam|^pagi|^siang|^sore|^malam|assalamualaikum|assalamu alaikum|permisi|^met pagi|salam kenal`,
    unless: `tadi selamat`,
  },
  yes: {
    says: `^ya|^iya|^iya kak|^ya benar|^iya benar|^benar|^betul|^ya betul|^iya betul|^yup|^oke|^ok|^baik|^boleh|^tentu|^tentu saja|^setuju|^sip|^siap|^mau|^sudah|^udah|^sudah selesai|^sudah bisa|^konfirmasi|^saya setuju|^he eh|^pasti|^paham|^mengerti|^ada`,
  },
  no: {
    says: `^tidak|^gak|^ga|^enggak|^nggak|^ngga|^tdk|^bukan|^bukan itu|^bukan yang itu|^belum|^belum kak|^tidak perlu|^gak usah|^tidak usah|^tidak terima kasih|^salah|^tidak benar|^tidak ada|^gak ada|^jangan|^tidak satupun|^tidak setuju|^gak mau|^tidak mau|^tidak pernah|^belum selesai|^batal`,
  },
  not_helpful: {
    says: `tidak membantu|gak membantu|ga membantu|nggak membantu|kurang membantu|tidak menolong|tidak berguna|gak berguna|gak guna|gak ngaruh|tidak menjawab|gak menjawab|gak jawab|bukan itu pertanyaan|bukan itu yang saya|bukan itu maksud|bukan yang saya tanya|maksud saya bukan|saya tidak tanya itu|jawabannya salah|jawaban salah|jawabannya gak nyambung|gak nyambung|tidak nyambung|ga nyambung|tidak relevan|tidak menyelesaikan|belum selesai masalah*|masalah belum selesai|masih belum bisa|masih gak bisa|masih tidak bisa|masih sama|tetap gak bisa|tetap tidak bisa|tetap sama|kamu tidak mengerti|kamu gak ngerti|gak ngerti maksud|tidak paham pertanyaan|sudah dicoba|sudah saya coba|udah dicoba|udah coba|jawaban sama|jawabannya itu itu|itu itu saja|itu lagi itu lagi|copy paste|template|jawaban otomatis`,
    unless: `template csv|template pajak|sudah dicoba berhasil`,
  },
  not_now: {
    says: `tahun lalu|tahun yang lalu|bulan yang lalu|beberapa bulan lalu|sudah selesai|sudah beres|sudah teratasi|sudah kembali|tidak diretas|bukan diretas|belum pernah diretas|tidak dihack|ternyata saya sendiri|kalau diretas|jika diretas|kalau dihack|kalau akun saya|jika akun saya|bagaimana jika|seandainya|cara mencegah|cara melindungi|bagaimana melindungi|bagaimana mencegah|bagaimana menghindari|takut diretas|takut dihack|saya dengar|saya baca`,
  },
};
