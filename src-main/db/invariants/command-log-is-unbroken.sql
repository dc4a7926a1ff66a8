-- The command log has no gap and each row names the hash before it
-- thorough
SELECT seq FROM (
  SELECT seq, prev_hash, lag(hash, 1, '') OVER (ORDER BY seq) AS expected, row_number() OVER (ORDER BY seq) AS position
  FROM command_log
)
WHERE seq <> position OR prev_hash <> expected
