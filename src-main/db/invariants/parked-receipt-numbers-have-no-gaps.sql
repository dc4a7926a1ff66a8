-- Parked receipts are numbered without a gap
-- thorough
SELECT device_id FROM parked_receipt GROUP BY device_id
HAVING min(series_number) <> 1 OR max(series_number) <> count(*)
