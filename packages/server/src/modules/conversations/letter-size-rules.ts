/** Megabytes (2^20 bytes) of a letter as it travels. Gmail and most others take no larger one. */
export const letterMegabytes = 25;

const limit = letterMegabytes * 1024 * 1024;
/** For the words, twice, the history and the headers. */
const words = 512 * 1024;

/** Bytes of a file as it travels: base64 in lines of 76 characters (RFC 2045 section 6.8). */
const encoded = (bytes: number): number => {
  const characters = Math.ceil(bytes / 3) * 4;
  return characters + Math.ceil(characters / 76) * 2;
};

/** Whether files of these sizes in bytes go into one letter, with everything that it has around them. */
export const fitsLetter = (sizes: readonly number[]): boolean =>
  sizes.reduce((total, size) => total + encoded(size), words) <= limit;
