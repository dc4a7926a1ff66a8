-- Numbers have no gaps within a series: each is a document's, or recorded as passed over
-- thorough
SELECT taken.series_id FROM (
  SELECT series_id, series_number AS first, series_number AS last FROM document WHERE series_id IS NOT NULL
  UNION ALL
  SELECT series_id, series_number, coalesce(through, series_number) FROM number_passed_over
) AS taken
JOIN number_series ON number_series.id = taken.series_id
GROUP BY taken.series_id
HAVING min(taken.first) <> first_number OR max(taken.last) - min(taken.first) + 1 <> sum(taken.last - taken.first + 1)
