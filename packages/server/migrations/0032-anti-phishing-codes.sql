-- The code by which a customer knows that a letter is ours. Apart from the customer, so that nobody who reads customers reads it.
create table anti_phishing_codes (
  customer_id uuid primary key references customers on delete cascade,
  -- Encrypted by the installation's key.
  sealed text not null
);
create index customers_by_vouched_email on customers (lower(email)) where email_verified and verified_at is not null;
