/** The subject of an answer: `Re:` once, whatever stood there in whichever language. */
export const replySubject = (subject: string): string =>
  `Re: ${subject.replace(/^\s*(?:(?:re|aw|sv|antw|回复|回覆|答复|返信|ответ|rv|res)\s*(?:\[\d+\]\s*)?[:：]\s*)+/i, '')}`;
