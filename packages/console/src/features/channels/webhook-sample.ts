/** How a Node back end hands a letter in, with nothing but Node itself. Code, so it is the same in every language. */
export const webhookSample = `import { createHmac } from 'node:crypto';

/** Call with the bytes of a letter as it came; true once it is kept. */
export async function handIn(letter) {
  const time = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', process.env.FAIRLEAD_LETTER_SECRET)
    .update(\`\${time}.\`)
    .update(letter)
    .digest('hex');
  const response = await fetch(process.env.FAIRLEAD_LETTER_URL, {
    method: 'POST',
    headers: {
      'content-type': 'message/rfc822',
      'fairlead-timestamp': time,
      'fairlead-signature': \`v1=\${signature}\`,
    },
    body: letter,
  });
  return response.ok;
}
`;
