-- What the books add up stays within what a number holds exactly, so that no report is wrong or cannot be shown: each
-- account in the company's currency, the control account's debit items and credit items apart, and these in each other
-- currency as well. Derived from the entries; rebuildable at any time.
CREATE TABLE account_total (
  account_id INTEGER NOT NULL REFERENCES account (id),
  -- 1 for debit items, -1 for credit items, 0 for every other account.
  side INTEGER NOT NULL CHECK (side IN (-1, 0, 1)),
  -- Empty for the company's.
  currency TEXT NOT NULL,
  total INTEGER NOT NULL,
  PRIMARY KEY (account_id, side, currency)
) STRICT, WITHOUT ROWID;

INSERT INTO account_total (account_id, side, currency, total)
SELECT entry.account_id, iif (item.document_id IS NULL, 0, iif (item.amount < 0, -1, 1)) AS side, '', sum (entry.base_amount)
FROM entry LEFT JOIN open_item AS item ON item.document_id = entry.item_id
GROUP BY entry.account_id, side;
INSERT INTO account_total (account_id, side, currency, total)
SELECT entry.account_id, iif (item.amount < 0, -1, 1) AS side, item.currency, sum (entry.amount)
FROM entry JOIN open_item AS item ON item.document_id = entry.item_id
WHERE item.currency <> (SELECT base_currency FROM company)
GROUP BY entry.account_id, side, item.currency;

CREATE TRIGGER entry_adds_up AFTER INSERT ON entry BEGIN
  INSERT INTO account_total (account_id, side, currency, total)
  VALUES (NEW.account_id,
    iif (NEW.item_id IS NULL, 0, (SELECT iif (amount < 0, -1, 1) FROM open_item WHERE document_id = NEW.item_id)), '', NEW.base_amount)
  ON CONFLICT (account_id, side, currency) DO UPDATE SET total = total + excluded.total;
END;
CREATE TRIGGER entry_adds_up_in_its_currency AFTER INSERT ON entry
WHEN NEW.item_id IS NOT NULL
  AND (SELECT currency FROM open_item WHERE document_id = NEW.item_id) <> (SELECT base_currency FROM company) BEGIN
  INSERT INTO account_total (account_id, side, currency, total)
  SELECT NEW.account_id, iif (amount < 0, -1, 1), currency, NEW.amount FROM open_item WHERE document_id = NEW.item_id
  ON CONFLICT (account_id, side, currency) DO UPDATE SET total = total + excluded.total;
END;

-- Books that are beyond it already may come back.
CREATE TRIGGER account_total_within_bounds BEFORE UPDATE OF total ON account_total
WHEN abs (NEW.total) > 9000000000000000 AND abs (NEW.total) > abs (OLD.total) BEGIN
  SELECT RAISE (ABORT, 'account_total: more than the books can add up');
END;
