import type { InboundAttachment } from '../../port.ts';
import type { Media } from './webhook-schema.ts';

/** A link as it stands in a text, and where it leads. */
interface Link {
  readonly url: string;
  readonly expanded_url?: string | null | undefined;
}

const signs: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  apos: "'",
  amp: '&',
};

/** The text as it was written: with links as they were instead of `t.co`, without those that stand for media, and signs as themselves. */
export function plainText(
  text: string,
  links: readonly Link[],
  media: readonly (string | null | undefined)[],
): string {
  const withLinks = links.reduce((it, { url, expanded_url }) => {
    if (!url || media.includes(url)) return it;
    return it.replaceAll(url, () => expanded_url || url);
  }, text);
  const withoutMedia = media.reduce<string>((it, url) => (url ? it.replaceAll(url, '') : it), withLinks);
  return withoutMedia
    .replace(/&(lt|gt|quot|apos|#39|amp);/g, (whole, name: string) => signs[name] ?? whole)
    .trim();
}

/** Media as files, named by where they can be fetched; of a video the best that is an MP4. */
export function filesOf(media: readonly Media[]): InboundAttachment[] {
  return media.flatMap((it) => {
    const mp4 = (it.video_info?.variants ?? [])
      .filter(({ content_type }) => content_type === 'video/mp4')
      .toSorted((a, b) => (b.bitrate ?? 0) - (a.bitrate ?? 0))[0];
    if (mp4) return [{ externalId: mp4.url, name: null, type: 'video/mp4' }];
    return it.media_url_https ? [{ externalId: it.media_url_https, name: null, type: 'image/*' }] : [];
  });
}
