-- Revaluation of what is open in other currencies, at the rate of a day. It moves base amounts only, on its day, and is
-- taken back on the next: two postings with opposite entries.
CREATE TABLE revaluation (
  posting_id INTEGER PRIMARY KEY REFERENCES posting (id),
  reversal_posting_id INTEGER NOT NULL UNIQUE REFERENCES posting (id),
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL CHECK (date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  rate INTEGER NOT NULL CHECK (rate > 0)
) STRICT;

CREATE INDEX revaluation_by_date ON revaluation (date, currency);
CREATE INDEX revaluation_by_command ON revaluation (command_seq);

CREATE TRIGGER revaluation_no_update BEFORE UPDATE ON revaluation BEGIN SELECT RAISE (ABORT, 'revaluation: facts are never changed'); END;
CREATE TRIGGER revaluation_no_delete BEFORE DELETE ON revaluation BEGIN SELECT RAISE (ABORT, 'revaluation: facts are never deleted'); END;
CREATE TRIGGER revaluation_is_taken_back BEFORE INSERT ON revaluation BEGIN
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq)
      THEN RAISE (ABORT, 'revaluation: its command is already finished')
    WHEN NOT EXISTS (
      SELECT 1 FROM posting WHERE id = NEW.posting_id AND posting_date = NEW.date AND currency = NEW.currency)
      THEN RAISE (ABORT, 'revaluation: its posting has another day or currency')
    WHEN NOT EXISTS (
      SELECT 1 FROM posting WHERE id = NEW.reversal_posting_id AND posting_date = date (NEW.date, '+1 day') AND currency = NEW.currency)
      THEN RAISE (ABORT, 'revaluation: it is taken back on the next day')
    WHEN EXISTS (
      SELECT 1 FROM entry
      WHERE posting_id IN (NEW.posting_id, NEW.reversal_posting_id) AND (amount <> 0 OR application_id IS NOT NULL))
      THEN RAISE (ABORT, 'revaluation: it moves base amounts only')
    WHEN EXISTS (
      SELECT 1 FROM entry AS made
      LEFT JOIN entry AS undone ON undone.posting_id = NEW.reversal_posting_id AND undone.line_no = made.line_no
      WHERE made.posting_id = NEW.posting_id AND (undone.account_id, undone.customer_id, undone.item_id, undone.base_amount)
        IS NOT (made.account_id, made.customer_id, made.item_id, 0 - made.base_amount))
      OR (SELECT count(*) FROM entry WHERE posting_id = NEW.posting_id)
        <> (SELECT count(*) FROM entry WHERE posting_id = NEW.reversal_posting_id)
      THEN RAISE (ABORT, 'revaluation: what takes it back mirrors it, entry by entry')
  END;
END;

-- An entry of no amount settles nothing and is no activity of its item: it moves the base balance alone, no date.
DROP TRIGGER entry_moves_item;
CREATE TRIGGER entry_moves_item AFTER INSERT ON entry WHEN NEW.item_id IS NOT NULL BEGIN
  UPDATE open_item SET
    balance = balance + NEW.amount,
    base_balance = base_balance + NEW.base_amount,
    first_applied_on = iif (NEW.application_id IS NULL, first_applied_on, min (first_applied_on, NEW.posting_date)),
    last_entry_on = iif (NEW.amount = 0, last_entry_on, max (last_entry_on, NEW.posting_date)),
    closed_on = iif (balance + NEW.amount <> 0, '9999-12-31',
      iif (NEW.amount = 0, last_entry_on, max (last_entry_on, NEW.posting_date)))
  WHERE document_id = NEW.item_id;
END;
