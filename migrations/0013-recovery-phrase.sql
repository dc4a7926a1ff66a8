-- What the recovery phrase of the company is checked against, in the form of a PIN's. With it the PIN of an owner or a supervisor
-- is set anew where nobody else may. The phrase itself is nowhere but on paper; a new one takes the place of the one before.
CREATE TABLE recovery_phrase (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL CHECK (version > 0),
  salt TEXT NOT NULL CHECK (length (salt) >= 32),
  hash TEXT NOT NULL CHECK (length (hash) >= 64),
  cost INTEGER NOT NULL CHECK (cost > 1),
  block_size INTEGER NOT NULL CHECK (block_size > 0),
  parallelization INTEGER NOT NULL CHECK (parallelization > 0)
) STRICT;
