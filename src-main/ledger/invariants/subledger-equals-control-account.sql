-- The subledger equals the control account
-- thorough
SELECT subledger, control FROM (
  SELECT (SELECT coalesce(sum(base_balance), 0) FROM open_item) AS subledger,
    (SELECT coalesce(sum(base_amount), 0) FROM entry WHERE account_id IN (SELECT id FROM account WHERE is_control = 1)) AS control
)
WHERE subledger <> control
