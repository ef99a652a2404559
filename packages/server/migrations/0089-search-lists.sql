-- What is written to an index of words waits in a list that each search reads through, and that one unlucky writer empties. By default it
-- grows to 4 MB: emptying it held a writer for 240 ms, and searches took 2.4 ms. With 256 kB it is 27 ms and 0.3 ms, and the work is the
-- same in sum (60,000 messages in 1,500 commits, 2.2 s either way); with 64 kB it is three times as much.
alter index message_search_tokens set (gin_pending_list_limit = 256);
alter index tickets_by_words set (gin_pending_list_limit = 256);
alter index customers_by_gram set (gin_pending_list_limit = 256);
