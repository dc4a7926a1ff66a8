-- Numbers have no gaps within a series: each is a document's, or recorded as passed over
-- thorough
SELECT taken.series_id FROM (
  SELECT series_id, series_number FROM document WHERE series_id IS NOT NULL
  UNION ALL
  SELECT series_id, series_number FROM number_passed_over
) AS taken
JOIN number_series ON number_series.id = taken.series_id
GROUP BY taken.series_id
HAVING min(taken.series_number) <> first_number OR max(taken.series_number) - min(taken.series_number) + 1 <> count(*)
