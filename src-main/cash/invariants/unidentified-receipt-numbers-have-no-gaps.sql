-- Unidentified receipts are numbered without a gap within a series
-- thorough
SELECT unidentified_receipt.device_id FROM unidentified_receipt
LEFT JOIN number_series ON number_series.kind = 'unidentified_receipt' AND number_series.device_id = unidentified_receipt.device_id
GROUP BY unidentified_receipt.device_id
HAVING min(series_number) IS NOT first_number OR max(series_number) - min(series_number) + 1 <> count(*)
