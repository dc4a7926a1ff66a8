-- The number a customer knows us by, as its own books have it.
ALTER TABLE customer ADD COLUMN vendor_number TEXT NOT NULL DEFAULT '';
