-- The numbers that documents brought with them, as runs without a gap, are those of the documents
-- thorough
WITH own AS (
  SELECT kind, rtrim(number_key, '0123456789') AS stem,
    CAST (substr(number_key, length(rtrim(number_key, '0123456789')) + 1) AS INTEGER) AS number
  FROM document
  WHERE series_id IS NULL AND reverses_id IS NULL
    AND length(number_key) - length(rtrim(number_key, '0123456789')) BETWEEN 1 AND 15
),
runs AS (
  SELECT kind, stem, min(number) AS first, max(number) AS last
  FROM (SELECT *, number - dense_rank() OVER (PARTITION BY kind, stem ORDER BY number) AS run FROM own)
  GROUP BY kind, stem, run
)
SELECT * FROM (SELECT * FROM runs EXCEPT SELECT * FROM number_taken)
UNION ALL
SELECT * FROM (SELECT * FROM number_taken EXCEPT SELECT * FROM runs)
