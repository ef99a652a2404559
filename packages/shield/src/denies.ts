const no =
  /\b(?:never|not|no one|nobody|cannot)\b|n['’]t\b|不|勿|别|別|莫|无需|無需|ない|ません|ぬよう|마세요|마십|않|절대|(?:^|[^\p{L}])(?:не|ни|никогда|никому)(?!\p{L})|\b(?:no|nunca|nadie|jamás|não|ninguém)\b|không|đừng|chớ|\basla\b|m[ae]y[ıi]n|m[ae]z(?!\p{L})|\bjangan\b|\btidak\b|อย่า|ไม่|ห้าม|\bne\b|\bn['’]|\bjamais\b|\bpas\b|\bnie(?:mals|mand(?:em)?)?\b|\bnicht\b|\bkein\p{L}*|(?:^|\s)(?:لا|لن|عدم|أبد)/iu;

/** Whether something is said not to be, or not to be done, in any of our languages. Pure. */
export const denies = (text: string): boolean => no.test(text);
