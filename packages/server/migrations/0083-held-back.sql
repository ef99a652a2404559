-- What browsers held back before it was sent, as they say: how often on a day (UTC). Nothing of the text, and nobody's name.
create table shield_held_back (
  day date not null,
  kind text not null,
  channel text not null,
  locale text not null,
  count integer not null,
  primary key (day, kind, channel, locale)
);
