-- What must never be, refused by the database itself. Each message starts with the table and a colon.

-- Facts are only ever inserted.

CREATE TRIGGER command_log_no_update BEFORE UPDATE ON command_log BEGIN SELECT RAISE (ABORT, 'command_log: facts are never changed'); END;
CREATE TRIGGER command_log_no_delete BEFORE DELETE ON command_log BEGIN SELECT RAISE (ABORT, 'command_log: facts are never deleted'); END;
CREATE TRIGGER document_no_update BEFORE UPDATE ON document BEGIN SELECT RAISE (ABORT, 'document: facts are never changed'); END;
CREATE TRIGGER document_no_delete BEFORE DELETE ON document BEGIN SELECT RAISE (ABORT, 'document: facts are never deleted'); END;
CREATE TRIGGER document_line_no_update BEFORE UPDATE ON document_line BEGIN SELECT RAISE (ABORT, 'document_line: facts are never changed'); END;
CREATE TRIGGER document_line_no_delete BEFORE DELETE ON document_line BEGIN SELECT RAISE (ABORT, 'document_line: facts are never deleted'); END;
CREATE TRIGGER document_tax_no_update BEFORE UPDATE ON document_tax BEGIN SELECT RAISE (ABORT, 'document_tax: facts are never changed'); END;
CREATE TRIGGER document_tax_no_delete BEFORE DELETE ON document_tax BEGIN SELECT RAISE (ABORT, 'document_tax: facts are never deleted'); END;
CREATE TRIGGER instalment_no_update BEFORE UPDATE ON instalment BEGIN SELECT RAISE (ABORT, 'instalment: facts are never changed'); END;
CREATE TRIGGER instalment_no_delete BEFORE DELETE ON instalment BEGIN SELECT RAISE (ABORT, 'instalment: facts are never deleted'); END;
CREATE TRIGGER application_no_update BEFORE UPDATE ON application BEGIN SELECT RAISE (ABORT, 'application: facts are never changed'); END;
CREATE TRIGGER application_no_delete BEFORE DELETE ON application BEGIN SELECT RAISE (ABORT, 'application: facts are never deleted'); END;
CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting BEGIN SELECT RAISE (ABORT, 'posting: facts are never changed'); END;
CREATE TRIGGER posting_no_delete BEFORE DELETE ON posting BEGIN SELECT RAISE (ABORT, 'posting: facts are never deleted'); END;
CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE (ABORT, 'entry: facts are never changed'); END;
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE (ABORT, 'entry: facts are never deleted'); END;

-- The command log grows by one at its end, each row naming the hash before it.

CREATE TRIGGER command_log_appends BEFORE INSERT ON command_log BEGIN
  SELECT CASE
    WHEN NEW.seq IS NOT coalesce ((SELECT max (seq) FROM command_log), 0) + 1
      THEN RAISE (ABORT, 'command_log: seq is not the next')
    WHEN NEW.prev_hash IS NOT coalesce ((SELECT hash FROM command_log ORDER BY seq DESC LIMIT 1), '')
      THEN RAISE (ABORT, 'command_log: prev_hash is not the last hash')
  END;
END;

-- A fact of an earlier, finished command cannot be added later.

CREATE TRIGGER document_of_this_command BEFORE INSERT ON document
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'document: its command is already finished');
END;
CREATE TRIGGER application_of_this_command BEFORE INSERT ON application
WHEN EXISTS (SELECT 1 FROM command_log WHERE seq = NEW.command_seq) BEGIN
  SELECT RAISE (ABORT, 'application: its command is already finished');
END;
CREATE TRIGGER document_line_before_posting BEFORE INSERT ON document_line
WHEN EXISTS (SELECT 1 FROM posting WHERE id = (SELECT posting_id FROM document WHERE id = NEW.document_id)) BEGIN
  SELECT RAISE (ABORT, 'document_line: the document is posted');
END;
CREATE TRIGGER document_tax_before_posting BEFORE INSERT ON document_tax
WHEN EXISTS (SELECT 1 FROM posting WHERE id = (SELECT posting_id FROM document WHERE id = NEW.document_id)) BEGIN
  SELECT RAISE (ABORT, 'document_tax: the document is posted');
END;
CREATE TRIGGER instalment_before_posting BEFORE INSERT ON instalment
WHEN EXISTS (SELECT 1 FROM posting WHERE id = (SELECT posting_id FROM document WHERE id = NEW.document_id)) BEGIN
  SELECT RAISE (ABORT, 'instalment: the document is posted');
END;

-- Numbers have no gaps within a series: each is given in the transaction that posts its document.

CREATE TRIGGER document_number_is_next BEFORE INSERT ON document WHEN NEW.series_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'document: the number is not the next of its series')
  WHERE NEW.series_number IS NOT coalesce (
    (SELECT max (series_number) FROM document WHERE series_id = NEW.series_id) + 1,
    (SELECT first_number FROM number_series WHERE id = NEW.series_id AND kind = NEW.kind));
END;
CREATE TRIGGER number_series_kept BEFORE DELETE ON number_series BEGIN SELECT RAISE (ABORT, 'number_series: a series is kept'); END;
CREATE TRIGGER number_series_fixed BEFORE UPDATE ON number_series
WHEN EXISTS (SELECT 1 FROM document WHERE series_id = OLD.id) BEGIN
  SELECT RAISE (ABORT, 'number_series: a series in use is not changed');
END;

-- Nothing is dated in a closed period.

CREATE TRIGGER document_in_open_period BEFORE INSERT ON document
WHEN NEW.document_date <= (SELECT closing_date FROM company) BEGIN
  SELECT RAISE (ABORT, 'document: the period is closed');
END;
CREATE TRIGGER application_in_open_period BEFORE INSERT ON application
WHEN NEW.effective_date <= (SELECT closing_date FROM company) BEGIN
  SELECT RAISE (ABORT, 'application: the period is closed');
END;

-- A void mirrors what it reverses.

CREATE TRIGGER document_void_mirrors BEFORE INSERT ON document WHEN NEW.reverses_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'document: a void has the opposite total, and the kind, customer and currency of what it reverses')
  WHERE NOT EXISTS (
    SELECT 1 FROM document AS original
    WHERE original.id = NEW.reverses_id AND original.kind = NEW.kind AND original.customer_id = NEW.customer_id
      AND original.currency = NEW.currency AND original.total = -NEW.total AND original.base_total = -NEW.base_total
      AND original.reverses_id IS NULL AND original.document_date <= NEW.document_date);
END;

-- Each document opens its item; entries move it.

CREATE TRIGGER document_opens_item AFTER INSERT ON document BEGIN
  INSERT INTO open_item (document_id, customer_id, currency, document_date, due_date, amount, balance, base_balance,
    first_applied_on, last_entry_on, closed_on)
  VALUES (NEW.id, NEW.customer_id, NEW.currency, NEW.document_date, NEW.due_date, NEW.total, 0, 0, '9999-12-31',
    NEW.document_date, '9999-12-31');
END;

CREATE TRIGGER instalment_counts AFTER INSERT ON instalment BEGIN
  UPDATE open_item SET instalments = instalments + 1 WHERE document_id = NEW.document_id;
END;

CREATE TRIGGER entry_rules BEFORE INSERT ON entry BEGIN
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM posting WHERE id = NEW.posting_id)
      THEN RAISE (ABORT, 'entry: the posting is sealed')
    WHEN (SELECT is_control FROM account WHERE id = NEW.account_id) IS NOT (NEW.item_id IS NOT NULL)
      THEN RAISE (ABORT, 'entry: the control account, and it alone, names an open item')
    WHEN NEW.item_id IS NOT NULL AND (SELECT customer_id FROM open_item WHERE document_id = NEW.item_id) IS NOT NEW.customer_id
      THEN RAISE (ABORT, 'entry: the open item belongs to another customer')
    WHEN NEW.item_id IS NOT NULL AND (SELECT document_date FROM document WHERE id = NEW.item_id) > NEW.posting_date
      THEN RAISE (ABORT, 'entry: it is dated before its open item')
  END;
END;

CREATE TRIGGER entry_moves_item AFTER INSERT ON entry WHEN NEW.item_id IS NOT NULL BEGIN
  UPDATE open_item SET
    balance = balance + NEW.amount,
    base_balance = base_balance + NEW.base_amount,
    first_applied_on = iif (NEW.application_id IS NULL, first_applied_on, min (first_applied_on, NEW.posting_date)),
    last_entry_on = max (last_entry_on, NEW.posting_date),
    closed_on = iif (balance + NEW.amount = 0, max (last_entry_on, NEW.posting_date), '9999-12-31')
  WHERE document_id = NEW.item_id;
END;

-- A posting seals its entries: at least two, in balance in both currencies, on one date, in an open period.

CREATE TRIGGER posting_seals BEFORE INSERT ON posting BEGIN
  SELECT CASE
    WHEN NEW.posting_date <= (SELECT closing_date FROM company)
      THEN RAISE (ABORT, 'posting: the period is closed')
    WHEN sealed.entries < 2
      THEN RAISE (ABORT, 'posting: it needs at least two entries')
    WHEN sealed.amount <> 0 OR sealed.base_amount <> 0
      THEN RAISE (ABORT, 'posting: the entries do not balance')
    WHEN sealed.first_date <> NEW.posting_date OR sealed.last_date <> NEW.posting_date
      THEN RAISE (ABORT, 'posting: an entry has another date')
  END
  FROM (
    SELECT count (*) AS entries, sum (amount) AS amount, sum (base_amount) AS base_amount,
      min (posting_date) AS first_date, max (posting_date) AS last_date
    FROM entry WHERE posting_id = NEW.id
  ) AS sealed;
END;

-- An application stays within what both sides have open, and within one customer and currency.

CREATE TRIGGER application_rules BEFORE INSERT ON application WHEN NEW.reverses_id IS NULL BEGIN
  SELECT CASE
    WHEN debit.document_id IS NULL OR credit.document_id IS NULL
      THEN RAISE (ABORT, 'application: it names no open item')
    WHEN debit.amount <= 0 OR credit.amount >= 0
      THEN RAISE (ABORT, 'application: it needs a credit item and a debit item')
    WHEN debit.customer_id <> credit.customer_id OR debit.currency <> credit.currency
      THEN RAISE (ABORT, 'application: the items differ in customer or currency')
    WHEN NEW.effective_date < max (debit.document_date, credit.document_date)
      THEN RAISE (ABORT, 'application: it is dated before a document')
    WHEN NEW.amount + NEW.discount + NEW.write_off > debit.balance
      THEN RAISE (ABORT, 'application: more than the debit item has open')
    WHEN NEW.amount > -credit.balance
      THEN RAISE (ABORT, 'application: more than the credit item has open')
  END
  FROM (SELECT 1)
  LEFT JOIN open_item AS debit ON debit.document_id = NEW.debit_id
  LEFT JOIN open_item AS credit ON credit.document_id = NEW.credit_id;
END;

CREATE TRIGGER application_reversal_mirrors BEFORE INSERT ON application WHEN NEW.reverses_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'application: an unapplication mirrors what it reverses')
  WHERE NOT EXISTS (
    SELECT 1 FROM application AS original
    WHERE original.id = NEW.reverses_id AND original.reverses_id IS NULL
      AND original.credit_id = NEW.credit_id AND original.debit_id = NEW.debit_id AND original.amount = -NEW.amount
      AND original.discount = -NEW.discount AND original.write_off = -NEW.write_off
      AND original.effective_date <= NEW.effective_date);
END;

-- What settles a void is never undone.

CREATE TRIGGER application_of_void_kept BEFORE INSERT ON application WHEN NEW.reverses_id IS NOT NULL BEGIN
  SELECT RAISE (ABORT, 'application: what settles a void is never undone')
  WHERE EXISTS (SELECT 1 FROM document WHERE id IN (NEW.debit_id, NEW.credit_id) AND reverses_id IN (NEW.debit_id, NEW.credit_id));
END;

-- Accounts keep their nature.

CREATE TRIGGER account_kept BEFORE DELETE ON account BEGIN SELECT RAISE (ABORT, 'account: an account is kept'); END;
CREATE TRIGGER account_control_fixed BEFORE UPDATE OF is_control ON account WHEN OLD.is_control <> NEW.is_control BEGIN
  SELECT RAISE (ABORT, 'account: the control account is fixed');
END;
