-- Which kind of template a notice goes by: one that WeChat takes for every follower, or one that each follower agrees to each time.
alter table inbox_notices add column way text not null default 'template';
-- What people agreed to be sent, or refused, by the platform's word: each agreement is good for one notice.
create table notice_consents (
  inbox_id uuid not null references inboxes (id),
  address text not null,
  template_id text not null,
  -- When they said it, by the platform's clock.
  given_at timestamptz not null,
  -- Where: a page, an article, their settings, or the platform's answer to a notice.
  source text not null,
  -- given, used, refused
  standing text not null,
  -- What it was used for; the same for every attempt.
  used_key text,
  used_at timestamptz,
  primary key (inbox_id, address, template_id, given_at)
);
