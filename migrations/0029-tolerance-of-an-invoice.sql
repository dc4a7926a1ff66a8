-- The most that a short payment of this document may be written off within tolerance, in minor units of its currency; null is
-- the company's alone.
ALTER TABLE document ADD COLUMN tolerance_most INTEGER
  CHECK (tolerance_most IS NULL OR tolerance_most BETWEEN 0 AND 9000000000000000);
