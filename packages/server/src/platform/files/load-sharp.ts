/** The library that draws pictures. It is read with the first one: with what it brings it would hold up every start. */
export async function loadSharp() {
  const { default: sharp } = await import('sharp');
  // Pictures are decoded in its own threads; one for each of the few that are let in leaves the machine to the chats.
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}
