/** The text and the HTML, in ISO-2022-JP, as Japanese mail programs still write; `REMOTE` stands where a picture from elsewhere is. */
const words =
  'GyRCJDMkcyRLJEEkTyEjPVA2YiQsJF4kQEZPJC0kXiQ7JHMhIxsoQg0KGyRCMmhMTCROPEw/PyRySVUkMSReJDckPyEjGyhCDQoNChskQjo0RiMbKEIgGyRCMCobKEINCg0KMjAyNhskQkcvGyhCMTEbJEI3bhsoQjIzGyRCRnwbKEIoGyRCN24bKEIpIDEwOjAwIEhhcmJvdXIgPGRlc2tAaGFyYm91ci5leGFtcGxlPjoNCj4gGyRCJCpMZCQkOWckbyQ7JCIkaiQsJEgkJiQ0JDYkJCReJDkhIxsoQg0KPiAbJEI+LyE5JCpCVCRBJC8kQCQ1JCQhIxsoQg0K';
const layout =
  'PGh0bWw+PGJvZHk+PHA+GyRCJDMkcyRLJEEkTyEjGyhCPGI+GyRCPVA2YhsoQjwvYj4bJEIkLCReJEBGTyQtJF4kOyRzISMbKEI8L3A+PHA+PGltZyBzcmM9ImNpZDpzY3JlZW5AZXhhbXBsZS5qcCIgYWx0PSIbJEIyaExMJE48TD8/GyhCIiB3aWR0aD0iMTIwIj48L3A+PHA+PGltZyBzcmM9IlJFTU9URS9iYW5uZXIucG5nIiBhbHQ9IhskQjktOXAbKEIiIHdpZHRoPSI2MCI+PC9wPjwvYm9keT48L2h0bWw+';

/** What the text of the letter says, without what it quotes. */
export const japaneseText = 'こんにちは。出金がまだ届きません。\n画面の写真を付けました。';
/** What it quotes. */
export const japaneseHistory = '少々お待ちください。';

const inLines = (base64: string): string => base64.replace(/.{76}/g, '$&\r\n');

/**
 * A letter of Satō Aoi (佐藤 葵) about a withdrawal, in ISO-2022-JP: text and HTML, a picture within (`cid:`), one from elsewhere, and
 * quoted history.
 */
export function japaneseLetter(about: { to: string; picture: Buffer; elsewhere: string }): string {
  const html = Buffer.from(layout, 'base64').toString('latin1').replace('REMOTE', about.elsewhere);
  return [
    'From: =?ISO-2022-JP?B?GyRCOjRGIxsoQiAbJEIwKhsoQg==?= <sato@example.jp>',
    `To: ${about.to}`,
    'Subject: =?ISO-2022-JP?B?GyRCPVA2YiQsRk8kLSReJDskcxsoQg==?=',
    'Message-ID: <aoi-1@example.jp>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary=whole',
    '',
    '--whole',
    'Content-Type: multipart/alternative; boundary=both',
    '',
    '--both',
    'Content-Type: text/plain; charset=ISO-2022-JP',
    'Content-Transfer-Encoding: base64',
    '',
    inLines(words),
    '--both',
    'Content-Type: text/html; charset=ISO-2022-JP',
    'Content-Transfer-Encoding: base64',
    '',
    inLines(Buffer.from(html, 'latin1').toString('base64')),
    '--both--',
    '--whole',
    'Content-Type: image/png; name=screen.png',
    'Content-ID: <screen@example.jp>',
    'Content-Disposition: inline; filename=screen.png',
    'Content-Transfer-Encoding: base64',
    '',
    inLines(about.picture.toString('base64')),
    '--whole--',
    '',
  ].join('\r\n');
}
