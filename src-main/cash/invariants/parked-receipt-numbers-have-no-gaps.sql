-- Parked receipts are numbered without a gap within a series
-- thorough
SELECT parked_receipt.device_id FROM parked_receipt
LEFT JOIN number_series ON number_series.kind = 'parked_receipt' AND number_series.device_id = parked_receipt.device_id
GROUP BY parked_receipt.device_id
HAVING min(series_number) IS NOT first_number OR max(series_number) - min(series_number) + 1 <> count(*)
