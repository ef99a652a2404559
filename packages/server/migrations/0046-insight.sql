-- What editors learn from what readers look for: searches are grouped by their words as the search compares them. Null where an older
-- node kept it.
alter table help_searches add column folded text;

-- Which customer opened which article, kept for a day: whoever begins a conversation soon after was not helped by it.
create table article_openings (
  customer_id uuid not null,
  article_id uuid not null references articles on delete cascade,
  locale text not null,
  opened_at timestamptz not null,
  primary key (customer_id, article_id)
);
create index openings_by_time on article_openings (opened_at);
