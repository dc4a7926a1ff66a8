-- What a posting says of itself is stored by its code and put in words where it is shown, as a document's memo is.
-- Older postings keep the text they were made with.
ALTER TABLE posting ADD COLUMN generated_memo TEXT CHECK (generated_memo IS NULL OR json_valid(generated_memo));
