/** How long news may lie unread in the live chat before a letter follows. */
export const liveChatPatienceMinutes = 15;
