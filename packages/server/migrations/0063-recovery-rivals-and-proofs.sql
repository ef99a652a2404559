-- Claims on one account exclude each other; two more proofs; and from which conversation a claim came.
alter table account_recoveries
  add column channel_proven_at timestamptz,
  add column activity_proven_at timestamptz,
  add column activity_tries int not null default 0,
  -- Which of the proofs that not every account has were possible when it began.
  add column askable text[] not null default '{}',
  add column granted_at timestamptz,
  add column conversation_id uuid references conversations on delete set null,
  drop constraint account_recoveries_state_check,
  add constraint account_recoveries_state_check check (
    state in ('proving', 'review', 'second', 'cooling', 'granted', 'refused', 'stopped', 'expired', 'withdrawn')
  );

update account_recoveries r
set granted_at = coalesce(
  (
    select max(e.occurred_at) from events e
    where e.subject_id = r.ticket_id
      and e.type = 'exchange.account_recovery_changed'
      and e.payload ->> 'recoveryId' = r.id::text
      and e.payload ->> 'state' = 'granted'
  ),
  r.requested_at
)
where state = 'granted';

-- Rivals of which more than one was agreed to are decided anew.
update account_recoveries r
set state = 'review', first_by = null, decided_by = null, until = null
where state in ('second', 'cooling')
  and exists (
    select from account_recoveries o
    where o.uid = r.uid and o.id <> r.id and o.state in ('proving', 'review', 'second', 'cooling')
  );
-- Of claims on one account one may be agreed to, by one agent or by all who are needed.
create unique index recoveries_agreed on account_recoveries (uid) where state in ('second', 'cooling');
create index recoveries_granted on account_recoveries (uid, granted_at) where granted_at is not null;
