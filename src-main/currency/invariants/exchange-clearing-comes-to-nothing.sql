-- What an application passes between two currencies comes to nothing in the company's, on its day
-- thorough
SELECT application_id FROM entry
WHERE account_id = (SELECT account_id FROM account_role WHERE role = 'exchange_clearing')
GROUP BY application_id
HAVING application_id IS NULL OR sum(base_amount) <> 0 OR min(posting_date) <> max(posting_date)
