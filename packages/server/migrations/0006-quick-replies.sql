-- Answers that a message offers to choose from; null for none, since nodes of the release before do not write the column.
alter table messages add column quick_replies text[];
