-- A price of one that its millionths do not hold (more than 9,000,000,000 either side of zero, such as VND
-- 10,000,000,000) is kept as exact decimal text; the whole number beside it is 0 then. Every other price stays a number.
ALTER TABLE document_line ADD COLUMN unit_price_text TEXT CHECK (
  unit_price_text IS NULL
  OR unit_price = 0 AND unit_price_text NOT GLOB '*[^-0-9.]*'
    AND abs(cast(unit_price_text AS REAL)) BETWEEN 9000000000 AND 9000000000000000);

ALTER TABLE product ADD COLUMN unit_price_text TEXT CHECK (
  unit_price_text IS NULL
  OR unit_price = 0 AND unit_price_text NOT GLOB '*[^-0-9.]*'
    AND abs(cast(unit_price_text AS REAL)) BETWEEN 9000000000 AND 9000000000000000);
