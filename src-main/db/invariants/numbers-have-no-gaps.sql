-- Numbers have no gaps within a series
-- thorough
SELECT series_id FROM document JOIN number_series ON number_series.id = series_id
GROUP BY series_id
HAVING min(series_number) <> first_number OR max(series_number) - min(series_number) + 1 <> count(*)
