import { describe, expect, test } from 'vitest';
import { describeChannelConformance } from '../../conformance.ts';
import type { RawRequest } from '../../port.ts';
import {
  account,
  activity,
  activityMessage,
  activityPost,
  credentials,
  customerId,
  directMessage,
  entities,
  mention,
  ownId,
  post,
  posts,
  webhook,
} from './x.testing.ts';
import { xAdapter } from './x-adapter.ts';

const material = { inboxId: '0190b6f4-8a51-7c3e-9d10-5d2f6a1b7c02', secrets: ['s'], credentials, account };
const photo = {
  id_str: '1146654567674912000',
  type: 'photo',
  url: 'https://t.co/pic1',
  media_url_https: 'https://ton.twitter.com/1.1/ton/data/dm/1146654567674912769/1146654567674912000/a.jpg',
};
const picture = directMessage({
  text: 'See here https://t.co/pic1',
  entities: entities({
    urls: [
      { url: 'https://t.co/pic1', expanded_url: 'https://twitter.com/messages/media/114', indices: [9, 26] },
    ],
  }),
  attachment: { type: 'media', media: photo },
});
const fetchedMessage = (more: object = {}) => ({
  id: '1582838499983564806',
  event_type: 'MessageCreate',
  text: 'Hi everyone.',
  sender_id: customerId,
  dm_conversation_id: `${ownId}-${customerId}`,
  created_at: '2022-10-19T20:58:00.000Z',
  ...more,
});
const fetchedPost = (more: object = {}) => ({
  id: '1307025659294674945',
  text: '@htx_demo hello &amp; thanks',
  author_id: customerId,
  conversation_id: '1304102743196356610',
  created_at: '2020-09-18T18:36:15.000Z',
  entities: { mentions: [{ start: 0, end: 9, username: 'htx_demo', id: ownId }] },
  edit_history_tweet_ids: ['1307025659294674945'],
  ...more,
});
const fetched = (content: object) => webhook({ for_user_id: ownId, fetched: content });

describeChannelConformance('x', {
  adapter: xAdapter,
  material,
  genuine: [
    { what: 'a direct message', request: directMessage({}), messages: 1 },
    { what: 'a picture', request: picture, messages: 1 },
    { what: 'a mention', request: posts(post()), messages: 1 },
    { what: 'several posts', request: posts(post(), post({ id_str: '2' })), messages: 2 },
    {
      what: 'what was fetched',
      request: fetched({ dm_events: [fetchedMessage()], mentions: [fetchedPost()] }),
      messages: 2,
    },
    {
      what: 'a message by the X Activity API',
      request: activity('dm.received', activityMessage()),
      messages: 1,
    },
    { what: 'a mention by it', request: activity('post.mention.create', activityPost()), messages: 1 },
  ],
  twice: [directMessage({}), { ...directMessage({}), receivedAt: new Date('2026-11-27T08:00:09Z') }],
  malformed: [
    { what: 'a body that is no JSON', request: webhook(new TextEncoder().encode('{"for_user_id":')) },
    { what: 'bytes that are no text', request: webhook(Uint8Array.of(0xff, 0xfe, 0x00)) },
    { what: 'a list', request: webhook([]) },
    { what: 'a message without an id', request: directMessage({}, { id: undefined }) },
    { what: 'a text that is none', request: directMessage({ text: { x: 1 } }) },
    { what: 'a post without its author', request: posts(post({ user: undefined })) },
    { what: 'an activity without its kind', request: webhook({ data: { filter: { user_id: ownId } } }) },
    {
      what: 'a message by the X Activity API without its id',
      request: activity('dm.received', { direct_message_events: [{ type: 'message_create' }] }),
    },
    { what: 'a fetched post without its id', request: fetched({ mentions: [fetchedPost({ id: 7 })] }) },
  ],
  proof: {
    read: ({ headers }) => new TextEncoder().encode(headers['x-twitter-webhooks-signature'] ?? ''),
    write: (from, bytes) => ({
      ...from,
      headers: { ...from.headers, 'x-twitter-webhooks-signature': Buffer.from(bytes).toString('latin1') },
    }),
  },
  withUnknownFields: (from) => {
    const body = JSON.parse(new TextDecoder().decode(from.body)) as object;
    return webhook({ ...body, mood: 'calm', favorite_events: [{ id: '1' }] });
  },
  textOf: (part) => part.text,
});

const one = (request: RawRequest) => xAdapter.decode(request)[0];

describe('direct messages', () => {
  test('name who wrote, when, and what', () => {
    expect(xAdapter.decode(directMessage({}))).toEqual([
      {
        externalId: '1146654567674912769',
        sender: { address: customerId, name: 'Furni' },
        threadKey: null,
        writtenAt: new Date(1392078023603),
        text: 'Where is my deposit?',
        attachments: [],
      },
    ]);
  });

  test('bring files by their address, without the link that stands for them', () => {
    expect(one(picture)).toMatchObject({
      text: 'See here',
      attachments: [{ externalId: photo.media_url_https, name: null, type: 'image/*' }],
    });
  });

  test('bring the best of a video', () => {
    const variants = [
      { content_type: 'application/x-mpegURL', url: 'https://video.twimg.com/dm_video/1/pl/a.m3u8' },
      { bitrate: 256000, content_type: 'video/mp4', url: 'https://video.twimg.com/dm_video/1/a.mp4' },
      { bitrate: 832000, content_type: 'video/mp4', url: 'https://video.twimg.com/dm_video/1/b.mp4' },
    ];
    const media = { ...photo, type: 'video', video_info: { variants } };
    expect(one(directMessage({ attachment: { type: 'media', media } }))?.attachments).toEqual([
      { externalId: 'https://video.twimg.com/dm_video/1/b.mp4', name: null, type: 'video/mp4' },
    ]);
  });

  test.each([
    ['signs as they were written', { text: '1 &lt; 2 &amp;&amp; 3 &gt; 2 &amp;lt;' }, '1 < 2 && 3 > 2 &lt;'],
    [
      'links as they were',
      {
        text: 'see https://t.co/a and https://t.co/a',
        entities: entities({ urls: [{ url: 'https://t.co/a', expanded_url: 'https://htx.com/$&' }] }),
      },
      'see https://htx.com/$& and https://htx.com/$&',
    ],
    ['a tapped answer', { text: 'Red', quick_reply_response: { type: 'options', metadata: 'RED' } }, 'Red'],
    ['an answer that has no words', { text: '', quick_reply_response: { metadata: 'RED' } }, 'RED'],
  ])('have %s', (_, data, text) => {
    expect(one(directMessage(data))).toMatchObject({ text });
  });

  test.each([
    [
      'what the account wrote',
      directMessage({}, { message_create: { sender_id: ownId, message_data: { text: 'x' } } }),
    ],
    ['what is no message', directMessage({}, { type: 'participants_join' })],
    ['a message with nothing in it', directMessage({ text: '' })],
    ['who is typing', webhook({ for_user_id: ownId, direct_message_indicate_typing_events: [{}] })],
    ['who has read', webhook({ for_user_id: ownId, direct_message_mark_read_events: [{}] })],
    ['the end of a replay', webhook({ replay_job_status: { webhook_id: '1', job_state: 'Complete' } })],
  ])('are not %s', (_, request) => {
    expect(xAdapter.decode(request)).toEqual([]);
  });
});

describe('posts', () => {
  test('that mention begin a thread of their own, and say that they are public', () => {
    expect(xAdapter.decode(posts(post()))).toEqual([
      {
        externalId: '1307025659294674945',
        sender: { address: `post:${customerId}`, name: 'Furni' },
        threadKey: '1307025659294674945',
        writtenAt: new Date(1600454175000),
        text: '@htx_demo my withdrawal is late',
        attachments: [],
      },
    ]);
    expect(xAdapter.isPublic?.(`post:${customerId}`)).toBe(true);
    expect(xAdapter.isPublic?.(customerId)).toBe(false);
    expect(xAdapter.privateAddress?.(`post:${customerId}`, 'a post')).toBe(customerId);
    expect(xAdapter.privateAddress?.(customerId, 'a post')).toBeNull();
  });

  const reply = post({
    id_str: '3',
    text: '@htx_demo @other still waiting',
    display_text_range: [17, 30],
    in_reply_to_status_id_str: '2',
    in_reply_to_user_id_str: ownId,
    entities: entities(),
  });

  test('that answer belong to what they answer until the conversation is known', () => {
    expect(one(posts(reply))).toMatchObject({ threadKey: '2', threadGuessed: true, text: 'still waiting' });
    expect(one(posts({ ...reply, conversation_id_str: '1' }))).toMatchObject({ threadKey: '1' });
    expect(one(posts({ ...reply, conversation_id_str: '1' }))).not.toHaveProperty('threadGuessed');
  });

  test('that are long come whole, with their pictures', () => {
    const extended_tweet = {
      full_text: '@htx_demo a long story https://t.co/pic2 https://t.co/b',
      entities: entities({
        user_mentions: [mention],
        urls: [{ url: 'https://t.co/b', expanded_url: 'https://etherscan.io/tx/0x1' }],
      }),
      extended_entities: {
        media: [1, 2].map((it) => ({
          type: 'photo',
          url: 'https://t.co/pic2',
          media_url_https: `https://pbs.twimg.com/media/${it}.jpg`,
        })),
      },
    };
    const long = post({ text: '@htx_demo a long…', truncated: true, extended_tweet });
    expect(one(posts(long))).toMatchObject({
      text: '@htx_demo a long story  https://etherscan.io/tx/0x1',
      attachments: [
        { externalId: 'https://pbs.twimg.com/media/1.jpg' },
        { externalId: 'https://pbs.twimg.com/media/2.jpg' },
      ],
    });
  });

  test.each([
    ['of the account', post({ user: { id_str: ownId } })],
    ['that repeat another', post({ retweeted_status: post() })],
    [
      'that quote without a mention',
      post({ is_quote_status: true, quoted_status: post(), entities: entities() }),
    ],
    [
      'that were edited',
      post({ id_str: '9', edit_history: { initial_tweet_id: '8', edit_tweet_ids: ['8', '9'] } }),
    ],
    ['that answer somebody else', post({ in_reply_to_user_id_str: '5', entities: entities() })],
  ])('%s are passed over', (_, given) => {
    expect(xAdapter.decode(posts(given))).toEqual([]);
  });

  test('that quote and mention are taken', () => {
    expect(xAdapter.decode(posts(post({ is_quote_status: true, quoted_status: post() })))).toHaveLength(1);
  });
});

describe('what was fetched', () => {
  const includes = {
    users: [{ id: customerId, name: 'Furni', username: 'furni' }],
    media: [{ media_key: '3_1', type: 'photo', url: 'https://pbs.twimg.com/media/1.jpg' }],
  };

  test('is the same message as by webhook', () => {
    const text = 'See here https://t.co/pic1';
    const event = fetchedMessage({ text, attachments: { media_keys: ['3_1'] } });
    expect(xAdapter.decode(fetched({ dm_events: [event], includes }))).toEqual([
      {
        externalId: '1582838499983564806',
        sender: { address: customerId, name: 'Furni' },
        threadKey: null,
        writtenAt: new Date('2022-10-19T20:58:00Z'),
        text: 'See here',
        attachments: [{ externalId: 'https://pbs.twimg.com/media/1.jpg', name: null, type: 'image/*' }],
      },
    ]);
  });

  test('has posts with their conversation', () => {
    expect(xAdapter.decode(fetched({ mentions: [fetchedPost()], includes }))).toEqual([
      {
        externalId: '1307025659294674945',
        sender: { address: `post:${customerId}`, name: 'Furni' },
        threadKey: '1304102743196356610',
        writtenAt: new Date('2020-09-18T18:36:15Z'),
        text: '@htx_demo hello & thanks',
        attachments: [],
      },
    ]);
  });

  test('has long posts whole, and replies without the names before them', () => {
    const note_tweet = { text: '@htx_demo @x all of it', entities: { mentions: [{ id: ownId }] } };
    const references = { referenced_tweets: [{ type: 'replied_to', id: '1' }] };
    expect(one(fetched({ mentions: [fetchedPost({ note_tweet, ...references })] }))?.text).toBe('all of it');
  });

  test.each([
    ['of the account', { dm_events: [fetchedMessage({ sender_id: ownId })] }],
    ['of a group', { dm_events: [fetchedMessage({ dm_conversation_id: '1578398451921985538' })] }],
    ['of somebody who joined', { dm_events: [fetchedMessage({ event_type: 'ParticipantsJoin' })] }],
    ['of reposts', { mentions: [fetchedPost({ referenced_tweets: [{ type: 'retweeted', id: '1' }] })] }],
    ['of edits', { mentions: [fetchedPost({ edit_history_tweet_ids: ['1', '1307025659294674945'] })] }],
    ['of the account’s posts', { mentions: [fetchedPost({ author_id: ownId })] }],
  ])('passes over what is %s', (_, content) => {
    expect(xAdapter.decode(fetched(content))).toEqual([]);
  });
});

test('the place to go on in private is the account’s messages', () => {
  expect(xAdapter.privateLink?.(account)).toBe(`https://x.com/messages/compose?recipient_id=${ownId}`);
});

describe('what the X Activity API sends', () => {
  const decode = (request: RawRequest) => xAdapter.decode({ ...request });

  test('is the same as what the one before sends', () => {
    expect(decode(activity('dm.received', activityMessage()))).toEqual([
      {
        externalId: '2080765901528535096',
        sender: { address: customerId, name: 'Furni' },
        threadKey: null,
        writtenAt: new Date(1784928224372),
        text: 'hello!',
        attachments: [],
      },
    ]);
    const includes = {
      users: [{ id: customerId, name: 'Furni', username: 'furni' }],
      tweets: [activityPost()],
    };
    const [mentioned] = decode(activity('post.mention.create', activityPost(), includes));
    expect(mentioned).toMatchObject({
      externalId: '2080765813578191303',
      sender: { name: 'Furni' },
      threadKey: '2080765813578191303',
      text: 'hey @htx_demo',
    });
    // Whoever wrote may stand below `data`.
    const below = { users: [{ data: { id: customerId, name: 'Furni' } }] };
    expect(decode(activity('post.mention.create', activityPost(), below))[0]?.sender.name).toBe('Furni');
  });

  test.each([
    ['what the account wrote itself', activity('dm.received', activityMessage({ sender_id: ownId }))],
    ['its own post', activity('post.mention.create', activityPost({ author_id: ownId }))],
    [
      'a repost',
      activity('post.mention.create', activityPost({ referenced_tweets: [{ type: 'retweeted', id: '1' }] })),
    ],
    ['what is encrypted', activity('chat.received', { conversation_id: '1' })],
    ['other activity', activity('follow.follow', {})],
  ])('passes over %s', (_, request) => {
    expect(decode(request)).toEqual([]);
  });

  test('is for the account of the inbox, or refused', () => {
    const other = webhook({
      data: { event_uuid: '1', filter: { user_id: '1' }, event_type: 'dm.received', payload: {} },
    });
    expect(() => xAdapter.verify(other, material)).toThrow('request.invalid');
  });
});
