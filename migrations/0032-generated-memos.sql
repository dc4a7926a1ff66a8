-- What the command that made a document says of it, as a code and the parameters of its sentence in JSON; memo is what the
-- clerk wrote. So nothing has to tell the two apart by their text, and the words are made where they are shown.
ALTER TABLE document ADD COLUMN generated_memo TEXT CHECK (generated_memo IS NULL OR json_valid(generated_memo));
