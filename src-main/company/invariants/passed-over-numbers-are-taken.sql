-- Every number that a series passed over is that of a document of its kind, or looks like one
-- thorough
SELECT passed.series_id, passed.series_number FROM number_passed_over AS passed
LEFT JOIN number_series AS series ON series.id = passed.series_id
LEFT JOIN document AS holder ON holder.id = passed.document_id AND holder.kind = series.kind
WHERE substr('000000000000' || substr(holder.number_key, length(rtrim(holder.number_key, '0123456789')) + 1),
    - max(series.width, length(passed.series_number))) IS NOT printf('%0*d', series.width, passed.series_number)
  -- What is before the number looks like that of the run's own, with or without what separates the two.
  OR EXISTS (
    SELECT 1 FROM document AS own WHERE own.series_id = passed.series_id
      AND rtrim(rtrim(own.number_key, '0123456789'), '-/.#_:') <> rtrim(rtrim(holder.number_key, '0123456789'), '-/.#_:'))
  OR (passed.through IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM number_taken AS taken
    WHERE taken.kind = holder.kind AND taken.stem = rtrim(holder.number_key, '0123456789')
      AND taken.first <= CAST (substr(holder.number_key, length(taken.stem) + 1) AS INTEGER)
      AND taken.last >= CAST (substr(holder.number_key, length(taken.stem) + 1) AS INTEGER)
        + passed.through - passed.series_number)
    AND passed.through - passed.series_number > coalesce(
      (SELECT max(series_number) FROM document WHERE series_id = holder.series_id) - holder.series_number, -1))
