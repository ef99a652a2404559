-- When conversations are offered to an agent: a zone and its week; null for whenever they are online.
alter table agents
  add column schedule jsonb,
  -- Certificates that end: the last day of a skill, by skill.
  add column certified_until jsonb not null default '{}';
