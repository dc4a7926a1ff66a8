-- What tie-out and trial balance add up, by day: reading every entry for it took seconds in a large book. By day and not by month,
-- since a day within a month would need the entries of that month.
DROP TABLE account_month;

-- Projection: what entries moved each account by on a day, in the currency of their postings and in the company's.
CREATE TABLE account_day (
  account_id INTEGER NOT NULL REFERENCES account (id),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  date TEXT NOT NULL CHECK (date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  amount INTEGER NOT NULL,
  base_amount INTEGER NOT NULL,
  PRIMARY KEY (account_id, currency, date)
) STRICT, WITHOUT ROWID;

-- Projection: what documents and their settlements moved what customers owe by on a day, without the control account's entries,
-- so that the two can be compared. A document moves it by its total. An application moves it by its discount and write-off, and
-- between two currencies from one to the other; in the company's currency by all that it posts to other accounts. A revaluation
-- moves it by its gain or loss, and back on the next day.
CREATE TABLE receivable_day (
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  date TEXT NOT NULL CHECK (date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  amount INTEGER NOT NULL,
  base_amount INTEGER NOT NULL,
  PRIMARY KEY (currency, date)
) STRICT, WITHOUT ROWID;

INSERT INTO account_day (account_id, currency, date, amount, base_amount)
SELECT entry.account_id, posting.currency, entry.posting_date, sum(entry.amount), sum(entry.base_amount)
FROM posting CROSS JOIN entry ON entry.posting_id = posting.id
GROUP BY entry.account_id, posting.currency, entry.posting_date;

INSERT INTO receivable_day (currency, date, amount, base_amount)
SELECT currency, date, sum(amount), sum(base_amount) FROM (
  SELECT currency, document_date AS date, total AS amount, base_total AS base_amount FROM document
  UNION ALL
  SELECT debit.currency, application.effective_date, 0 - application.discount - application.write_off, 0
  FROM application JOIN document AS debit ON debit.id = application.debit_id
  WHERE application.discount + application.write_off <> 0
  UNION ALL
  SELECT credit.currency, application.effective_date, application.amount, 0
  FROM application JOIN document AS credit ON credit.id = application.credit_id
  WHERE application.debit_posting_id IS NOT NULL
  UNION ALL
  SELECT debit.currency, application.effective_date, 0 - application.debit_amount, 0
  FROM application JOIN document AS debit ON debit.id = application.debit_id
  WHERE application.debit_posting_id IS NOT NULL
  UNION ALL
  SELECT posting.currency, entry.posting_date, 0, 0 - entry.base_amount
  FROM posting CROSS JOIN entry ON entry.posting_id = posting.id
  WHERE entry.application_id IS NOT NULL AND entry.item_id IS NULL
  UNION ALL
  SELECT revaluation.currency, entry.posting_date, 0, 0 - entry.base_amount
  FROM revaluation JOIN entry ON entry.posting_id IN (revaluation.posting_id, revaluation.reversal_posting_id)
  WHERE entry.item_id IS NULL
)
GROUP BY currency, date;

-- Once a posting is sealed, all of it at once: fewer rows than by each entry.
CREATE TRIGGER posting_adds_to_day AFTER INSERT ON posting BEGIN
  INSERT INTO account_day (account_id, currency, date, amount, base_amount)
  SELECT account_id, NEW.currency, NEW.posting_date, sum(amount), sum(base_amount) FROM entry
  WHERE posting_id = NEW.id
  GROUP BY account_id
  ON CONFLICT (account_id, currency, date)
  DO UPDATE SET amount = amount + excluded.amount, base_amount = base_amount + excluded.base_amount;
END;

CREATE TRIGGER document_adds_to_day AFTER INSERT ON document BEGIN
  INSERT INTO receivable_day (currency, date, amount, base_amount)
  VALUES (NEW.currency, NEW.document_date, NEW.total, NEW.base_total)
  ON CONFLICT (currency, date)
  DO UPDATE SET amount = amount + excluded.amount, base_amount = base_amount + excluded.base_amount;
END;

CREATE TRIGGER application_adds_to_day AFTER INSERT ON application WHEN NEW.discount + NEW.write_off <> 0 BEGIN
  INSERT INTO receivable_day (currency, date, amount, base_amount)
  SELECT currency, NEW.effective_date, 0 - NEW.discount - NEW.write_off, 0 FROM document WHERE id = NEW.debit_id
  ON CONFLICT (currency, date) DO UPDATE SET amount = amount + excluded.amount;
END;

CREATE TRIGGER application_across_adds_to_day AFTER INSERT ON application WHEN NEW.debit_posting_id IS NOT NULL BEGIN
  INSERT INTO receivable_day (currency, date, amount, base_amount)
  SELECT currency, NEW.effective_date, iif(id = NEW.credit_id, NEW.amount, 0 - NEW.debit_amount), 0 FROM document
  WHERE id IN (NEW.credit_id, NEW.debit_id)
  ON CONFLICT (currency, date) DO UPDATE SET amount = amount + excluded.amount;
END;

CREATE TRIGGER posting_settles_on_day AFTER INSERT ON posting
WHEN EXISTS (SELECT 1 FROM entry WHERE posting_id = NEW.id AND application_id IS NOT NULL AND item_id IS NULL) BEGIN
  INSERT INTO receivable_day (currency, date, amount, base_amount)
  SELECT NEW.currency, NEW.posting_date, 0, 0 - sum(base_amount) FROM entry
  WHERE posting_id = NEW.id AND application_id IS NOT NULL AND item_id IS NULL
  ON CONFLICT (currency, date) DO UPDATE SET base_amount = base_amount + excluded.base_amount;
END;

CREATE TRIGGER revaluation_adds_to_day AFTER INSERT ON revaluation BEGIN
  INSERT INTO receivable_day (currency, date, amount, base_amount)
  SELECT NEW.currency, posting_date, 0, 0 - sum(base_amount) FROM entry
  WHERE posting_id IN (NEW.posting_id, NEW.reversal_posting_id) AND item_id IS NULL
  GROUP BY posting_date
  ON CONFLICT (currency, date) DO UPDATE SET base_amount = base_amount + excluded.base_amount;
END;

-- Sums change with the facts of a command, before it is finished, and at no other time.
CREATE TRIGGER account_day_inserted_by_command BEFORE INSERT ON account_day
WHEN NOT EXISTS (SELECT 1 FROM posting WHERE command_seq > coalesce((SELECT max(seq) FROM command_log), 0)) BEGIN
  SELECT RAISE (ABORT, 'account_day: no command is posting');
END;

CREATE TRIGGER account_day_updated_by_command BEFORE UPDATE ON account_day
WHEN NOT EXISTS (SELECT 1 FROM posting WHERE command_seq > coalesce((SELECT max(seq) FROM command_log), 0)) BEGIN
  SELECT RAISE (ABORT, 'account_day: no command is posting');
END;

CREATE TRIGGER account_day_stays BEFORE DELETE ON account_day BEGIN SELECT RAISE (ABORT, 'account_day: sums are never deleted'); END;

CREATE TRIGGER receivable_day_inserted_by_command BEFORE INSERT ON receivable_day
WHEN NOT EXISTS (SELECT 1 FROM document WHERE command_seq > coalesce((SELECT max(seq) FROM command_log), 0))
  AND NOT EXISTS (SELECT 1 FROM application WHERE command_seq > coalesce((SELECT max(seq) FROM command_log), 0))
  AND NOT EXISTS (SELECT 1 FROM posting WHERE command_seq > coalesce((SELECT max(seq) FROM command_log), 0)) BEGIN
  SELECT RAISE (ABORT, 'receivable_day: no command is posting');
END;

CREATE TRIGGER receivable_day_updated_by_command BEFORE UPDATE ON receivable_day
WHEN NOT EXISTS (SELECT 1 FROM document WHERE command_seq > coalesce((SELECT max(seq) FROM command_log), 0))
  AND NOT EXISTS (SELECT 1 FROM application WHERE command_seq > coalesce((SELECT max(seq) FROM command_log), 0))
  AND NOT EXISTS (SELECT 1 FROM posting WHERE command_seq > coalesce((SELECT max(seq) FROM command_log), 0)) BEGIN
  SELECT RAISE (ABORT, 'receivable_day: no command is posting');
END;

CREATE TRIGGER receivable_day_stays BEFORE DELETE ON receivable_day BEGIN SELECT RAISE (ABORT, 'receivable_day: sums are never deleted'); END;
