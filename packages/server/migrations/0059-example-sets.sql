-- Examples of the assistant belong to named sets; each set says when it is asked by itself.
create table assistant_example_sets (
  id uuid primary key,
  -- Empty: the set that everybody has, until somebody calls it something.
  name text not null,
  -- It cannot be removed: what belongs to no other is in it.
  usual boolean not null default false,
  -- Asked before settings are saved.
  gate boolean not null default true,
  -- Asked by night.
  nightly boolean not null default true,
  created_at timestamptz not null
);
create unique index assistant_example_sets_by_name on assistant_example_sets (lower(name));
create unique index assistant_example_sets_usual on assistant_example_sets (usual) where usual;

insert into assistant_example_sets (id, name, usual, created_at)
values ('019ac000-0000-7000-8000-000000000001', '', true, now());

alter table assistant_examples
  add column set_id uuid not null default '019ac000-0000-7000-8000-000000000001' references assistant_example_sets;
create index assistant_examples_by_set on assistant_examples (set_id);

-- The sets that were asked, with their names; none: all examples.
alter table assistant_runs add column sets jsonb not null default '[]';

-- Those that the assistant has, the longest quiet first.
create index conversations_with_bot on conversations (last_activity_at) where state = 'bot';
