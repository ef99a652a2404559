-- The model that tells how near questions are to each other; null where none is asked.
alter table assistant_model add column embeddings text;

-- Where such a model put a question: a direction of one byte a dimension, and a name for the model that it is by.
alter table learning_questions add column embedding bytea;
alter table learning_questions add column embedded_by text;
alter table learning_questions add constraint learning_questions_embedded check ((embedding is null) = (embedded_by is null));
