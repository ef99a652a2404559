-- Whether a customer who waits has been told what to expect since they were queued: looked up among the facts at every pass until now.
alter table conversations add column expectation_told boolean not null default false;
update conversations c set expectation_told = true
where state = 'queued' and exists (
  select from events e
  where e.subject_id = c.id and e.type = 'conversation.expectation_told' and e.occurred_at >= c.queued_at - interval '1 day'
    and e.payload ->> 'queuedBy' = (
      select q.id::text from events q
      where q.subject_id = c.id and q.type = 'conversation.queued' and q.occurred_at >= c.queued_at - interval '1 day'
      order by q.occurred_at desc, q.id desc limit 1
    )
);
create index conversations_untold on conversations (queued_at, id)
  where state = 'queued' and expected_minutes is null and not expectation_told;
