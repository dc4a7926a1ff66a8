-- A number that a series passed over is that of a document of its kind
-- thorough
SELECT passed.series_id, passed.series_number FROM number_passed_over AS passed
LEFT JOIN number_series AS series ON series.id = passed.series_id
LEFT JOIN document AS holder ON holder.id = passed.document_id AND holder.kind = series.kind
WHERE holder.number IS NOT series.prefix || printf('%0*d', series.width, passed.series_number) COLLATE NOCASE
