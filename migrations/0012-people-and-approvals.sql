-- People who no longer work here keep their name beside what they did. One supervisor always remains.
ALTER TABLE user ADD COLUMN active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1));

CREATE TRIGGER user_kept BEFORE DELETE ON user BEGIN
  SELECT RAISE (ABORT, 'user: a person is archived, never deleted');
END;
CREATE TRIGGER user_leaves_a_supervisor BEFORE UPDATE ON user
WHEN OLD.role = 'supervisor' AND OLD.active = 1 AND (NEW.role <> 'supervisor' OR NEW.active = 0) BEGIN
  SELECT RAISE (ABORT, 'user: the last supervisor stays')
  WHERE NOT EXISTS (SELECT 1 FROM user WHERE id <> OLD.id AND role = 'supervisor' AND active = 1);
END;

-- What a PIN is checked against: scrypt of it, with its salt and its cost. The PIN itself is nowhere.
CREATE TABLE user_pin (
  user_id INTEGER PRIMARY KEY REFERENCES user (id),
  salt TEXT NOT NULL CHECK (length (salt) >= 32),
  hash TEXT NOT NULL CHECK (length (hash) >= 64),
  cost INTEGER NOT NULL CHECK (cost > 1),
  block_size INTEGER NOT NULL CHECK (block_size > 0),
  parallelization INTEGER NOT NULL CHECK (parallelization > 0)
) STRICT;

-- What a supervisor let pass, in minor units of its currency: the amount, and the most that went without asking. A credit
-- hold has neither.
CREATE TABLE approval (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  user_id INTEGER NOT NULL REFERENCES user (id),
  act TEXT NOT NULL CHECK (act <> ''),
  currency TEXT NOT NULL CHECK (length (currency) = 3),
  most INTEGER CHECK (most BETWEEN 0 AND 9000000000000000),
  amount INTEGER CHECK (amount BETWEEN 0 AND 9000000000000000)
) STRICT;

CREATE INDEX approval_by_command ON approval (command_seq);

CREATE TRIGGER approval_no_update BEFORE UPDATE ON approval BEGIN SELECT RAISE (ABORT, 'approval: facts are never changed'); END;
CREATE TRIGGER approval_no_delete BEFORE DELETE ON approval BEGIN SELECT RAISE (ABORT, 'approval: facts are never deleted'); END;
CREATE TRIGGER approval_of_this_command BEFORE INSERT ON approval
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'approval: its command is already finished');
END;
CREATE TRIGGER approval_by_a_supervisor BEFORE INSERT ON approval
WHEN NOT EXISTS (SELECT 1 FROM user WHERE id = NEW.user_id AND role = 'supervisor' AND active = 1) BEGIN
  SELECT RAISE (ABORT, 'approval: only a supervisor approves');
END;

-- What a draft will add to the customer's balance once posted, in minor units of the customer's currency.
ALTER TABLE draft ADD COLUMN total INTEGER CHECK (total BETWEEN -9000000000000000 AND 9000000000000000);
CREATE INDEX draft_by_customer ON draft (customer_id, total) WHERE total IS NOT NULL;
