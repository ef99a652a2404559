/**
 * The passwords that attackers try first, in lower case, from the lists published year after year. Short words stand here too,
 * because a password is also compared without the digits and signs around it.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passwort passw0rd p@ssword p@ssw0rd pa55word pass word qwerty qwertyuiop qwertyui qwert qwer1234 qwerasdf
  qazwsx qazwsxedc zaq1xsw2 1qaz2wsx 1qaz2wsx3edc 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 asdfgh asdfghjkl
  asdf asdfasdf zxcvbn zxcvbnm zxcvbnmasdfghjkl qwertyuiopasdfghjkl qweasd qweasdzxc qwe123 qwe asd zxc
  admin administrator root user guest test tester testing demo login welcome letmein master access secret changeme default
  temp temporary support service helpdesk manager office company system server database oracle cisco computer internet
  abc abcd abcdef abcdefg abc123 a1b2c3 a1b2c3d4 aa123456 a123456 q1w2e3 123abc iloveyou ilove loveyou loveme love lovely
  monkey dragon tiger lion eagle falcon phoenix panther shadow sunshine princess prince queen king angel angels
  superman batman spiderman ironman pokemon naruto starwars matrix hunter killer ninja samurai warrior soldier ranger
  football baseball basketball soccer hockey tennis golf liverpool chelsea arsenal barcelona manchester juventus
  michael jordan daniel charlie jessica ashley michelle thomas robert jennifer joshua matthew andrew george nicole
  summer winter spring autumn monday friday january december flower chocolate cookie banana cheese pepper ginger orange
  purple silver golden diamond money dollar million lucky freedom forever whatever nothing trustno1 trustnoone
  mustang ferrari porsche mercedes corvette yamaha harley samsung apple google facebook microsoft windows linux android
  hello helloworld goodbye secure security private hacker hacking crypto bitcoin ethereum blockchain binance huobi htx
  exchange trading trader wallet satoshi hodl tothemoon fairlead customer agent support1 starlight rainbow butterfly
  woaini woaini1314 wo5201314 5201314 1314520 woaiwojia nihao zhongguo beijing shanghai 147258369 159357 741852963
  147852369 789456123 987654321 0987654321 1234567890 123456789a 1234567899 112233445566 11223344 123123123 123321123
  123qwe123qwe 123qweasdzxc asd123456 zxc123456 qq123456 wang123456 zhang123456 admin123456 passwordpassword`
    .split(/\s+/)
    .filter((it) => it !== ''),
);
