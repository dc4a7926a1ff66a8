-- Each application moved both its items by its amounts, on its date
-- thorough
SELECT application.id FROM application
WHERE coalesce((SELECT sum(amount) FROM entry WHERE item_id = application.credit_id AND application_id = application.id
      AND posting_date = application.effective_date), 0) <> application.amount
  OR coalesce((SELECT sum(amount) FROM entry WHERE item_id = application.debit_id AND application_id = application.id
      AND posting_date = application.effective_date), 0)
    <> -(coalesce(application.debit_amount, application.amount) + application.discount + application.write_off)
