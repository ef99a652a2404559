import { Agent, request } from 'node:http';

/** Posts JSON over connections that are kept, as lean as it can be: whoever asks shares the processors with whoever answers. */
export function createPoster(url: string, headers: Readonly<Record<string, string>>, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    /** Settles with the body of a success; anything else throws it. */
    post: (body: object) =>
      new Promise<string>((resolve, reject) => {
        const text = JSON.stringify(body);
        const sent = request(
          url,
          {
            method: 'POST',
            agent,
            headers: {
              ...headers,
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(text),
            },
          },
          (response) => {
            let answer = '';
            response.setEncoding('utf8');
            response.on('data', (part: string) => {
              answer += part;
            });
            response.on('end', () =>
              (response.statusCode ?? 500) < 300
                ? resolve(answer)
                : reject(new Error(`${url}: ${response.statusCode} ${answer}`)),
            );
          },
        );
        sent.on('error', reject);
        sent.end(text);
      }),
    close: () => agent.destroy(),
  };
}
