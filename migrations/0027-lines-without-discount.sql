-- Lines that earn no early payment discount, such as freight; a line of a product follows it.
ALTER TABLE product ADD COLUMN earns_discount INTEGER NOT NULL DEFAULT 1 CHECK (earns_discount IN (0, 1));
ALTER TABLE document_line ADD COLUMN earns_discount INTEGER NOT NULL DEFAULT 1 CHECK (earns_discount IN (0, 1));

-- What of a total earns the early payment discount that the document offers, tax included; null is all of it. On a credit
-- note from the lines of such a document, what it takes back of that, before reductions. A void has the opposite.
ALTER TABLE document ADD COLUMN discountable INTEGER
  CHECK (discountable IS NULL OR discountable BETWEEN -9000000000000000 AND 9000000000000000);
