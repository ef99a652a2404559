import type { Platform } from '../../platform/platform.ts';
import { shareCommits } from '../../platform/share-commits.ts';
import type { ConversationPorts } from './conversation-ports.ts';
import type { Post, Posted } from './decide-post.ts';
import { createLatelyKnown } from './lately-known.ts';
import { writePlain } from './write-plain.ts';
import { writePosts } from './write-posts.ts';

/** Writes messages, several in one commit; those to one conversation in their order. */
export interface MessageWriter {
  /** Settles after commit: with what was written (or had been, under the same key), or with the refusal. */
  post(post: Post): Promise<Posted>;
}

export function createMessageWriter(platform: Platform, ports: ConversationPorts): MessageWriter {
  const lately = createLatelyKnown(platform.clock);
  return {
    post: shareCommits<Post, Posted>(
      async (posts, settle) => {
        platform.metrics.commitBatch.observe(posts.length);
        const careful: Array<{ post: Post; index: number }> = [];
        for (const [index, outcome] of (await writePlain(platform, posts, lately)).entries()) {
          const post = posts[index];
          if (outcome) settle(index, outcome);
          else if (post) careful.push({ post, index });
        }
        if (careful.length === 0) return;
        const outcomes = await platform.database.write((tx) =>
          writePosts(
            tx,
            platform,
            careful.map((it) => it.post),
            ports,
          ),
        );
        for (const [place, { index }] of careful.entries()) {
          const outcome = outcomes[place];
          if (outcome) settle(index, outcome);
        }
      },
      (post) => post.conversationId,
    ),
  };
}
