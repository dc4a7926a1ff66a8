-- A rate is kept in the direction people quote it, as text: "1.0845" is base currency for one unit, "1/26315" is units for
-- one of the base currency. One over a rate has no last digit, so neither direction can stand for the other. What was kept
-- before, in thousand-millionths of the base currency for one unit, is carried over exactly.
CREATE TEMP VIEW rate_text_of AS
SELECT rate, rtrim (rtrim (printf ('%d.%09d', rate / 1000000000, rate % 1000000000), '0'), '.') AS text
FROM (
  SELECT DISTINCT rate FROM document WHERE rate <> 1000000000
  UNION SELECT rate FROM exchange_rate
  UNION SELECT rate FROM parked_receipt
  UNION SELECT rate FROM revaluation);

CREATE TEMP TABLE rate_text AS SELECT rate, text FROM rate_text_of;
CREATE UNIQUE INDEX temp.rate_text_by_rate ON rate_text (rate);
DROP VIEW rate_text_of;

-- What most documents are at needs no row rewritten by hand: the default is what a company's own currency is at.
DROP TRIGGER document_no_update;
ALTER TABLE document ADD COLUMN quoted_rate TEXT NOT NULL DEFAULT '1' CHECK (quoted_rate GLOB '[0-9]*');
UPDATE document SET quoted_rate = (SELECT text FROM temp.rate_text WHERE rate = document.rate) WHERE rate <> 1000000000;
ALTER TABLE document DROP COLUMN rate;
ALTER TABLE document RENAME COLUMN quoted_rate TO rate;
CREATE TRIGGER document_no_update BEFORE UPDATE ON document BEGIN SELECT RAISE (ABORT, 'document: facts are never changed'); END;

DROP TRIGGER parked_receipt_no_update;
ALTER TABLE parked_receipt ADD COLUMN quoted_rate TEXT NOT NULL DEFAULT '1' CHECK (quoted_rate GLOB '[0-9]*');
UPDATE parked_receipt SET quoted_rate = (SELECT text FROM temp.rate_text WHERE rate = parked_receipt.rate) WHERE rate <> 1000000000;
ALTER TABLE parked_receipt DROP COLUMN rate;
ALTER TABLE parked_receipt RENAME COLUMN quoted_rate TO rate;
CREATE TRIGGER parked_receipt_no_update BEFORE UPDATE ON parked_receipt BEGIN SELECT RAISE (ABORT, 'parked_receipt: facts are never changed'); END;

DROP TRIGGER revaluation_no_update;
ALTER TABLE revaluation ADD COLUMN quoted_rate TEXT NOT NULL DEFAULT '1' CHECK (quoted_rate GLOB '[0-9]*');
UPDATE revaluation SET quoted_rate = (SELECT text FROM temp.rate_text WHERE rate = revaluation.rate);
ALTER TABLE revaluation DROP COLUMN rate;
ALTER TABLE revaluation RENAME COLUMN quoted_rate TO rate;
CREATE TRIGGER revaluation_no_update BEFORE UPDATE ON revaluation BEGIN SELECT RAISE (ABORT, 'revaluation: facts are never changed'); END;

ALTER TABLE exchange_rate ADD COLUMN quoted_rate TEXT NOT NULL DEFAULT '1' CHECK (quoted_rate GLOB '[0-9]*');
UPDATE exchange_rate SET quoted_rate = (SELECT text FROM temp.rate_text WHERE rate = exchange_rate.rate);
ALTER TABLE exchange_rate DROP COLUMN rate;
ALTER TABLE exchange_rate RENAME COLUMN quoted_rate TO rate;
DROP TABLE temp.rate_text;

-- The direction a currency's rates are entered in, where the company says so.
CREATE TABLE currency_quote (
  currency TEXT PRIMARY KEY CHECK (length(currency) = 3),
  quote TEXT NOT NULL CHECK (quote IN ('direct', 'indirect')),
  version INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
-- Clerks go on as they are used to.
INSERT INTO currency_quote (currency, quote) SELECT DISTINCT currency, 'direct' FROM exchange_rate;
