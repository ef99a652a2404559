/** Signs of full width, and digits of Arabic and Persian: each is one UTF-16 unit, as is what it stands for. */
const wide = /[\u3000\uff01-\uff5e\u0660-\u0669\u06f0-\u06f9]/g;

/** The text with digits, letters and signs as keyboards without input methods write them. Places stay the same. Pure. */
export const plainForm = (text: string): string => text.replace(wide, plain);

function plain(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code === 0x3000) return ' ';
  if (code >= 0xff01) return String.fromCharCode(code - 0xfee0);
  return String(code & 0xf);
}
