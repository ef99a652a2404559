/**
 * How much of one letter is read. What lies beyond is not lost, since the letter is stored as it came, but it is not shown, and
 * `Letter.cut` says so.
 */
export const letterLimits = {
  /** Leaves of the MIME tree. Exchange Online refuses letters of more than 250 parts. */
  parts: 250,
  /** Multiparts and letters within each other: the depth at which Exchange Online stops looking, too. */
  depth: 30,
  /** Bytes in one block of headers; real ones stay below the 100 KiB that Postfix reads (`header_size_limit`). */
  headerBytes: 256 * 1024,
  /** Lines of headers in one block. Long journeys through scanners make some hundred. */
  headers: 1000,
  /** UTF-16 units of one header's value that are decoded. */
  headerLength: 64 * 1024,
  /** Addresses in one header; Exchange Online allows 1,000 recipients. */
  addresses: 1000,
  /** Message-IDs in `References`; clients drop the middle of longer ones, as RFC 5537 section 3.4.4 tells news readers to. */
  references: 100,
  /** UTF-16 units of text: some fifty pages, and far above what Gmail shows before it clips a letter (102 KB). */
  text: 200_000,
  /** UTF-16 units of HTML that are read; the markup of newsletters made by Word is some ten times its text. */
  html: 2_000_000,
} as const;
