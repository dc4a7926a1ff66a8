-- Each credit note for a finance charge is what it took back of the items, and no item was credited beyond its charge
-- thorough
SELECT credit.document_id, credit.charge_id FROM finance_charge_credit AS credit
JOIN document ON document.id = credit.document_id
GROUP BY credit.document_id
HAVING document.total <> 0 - sum(credit.amount) OR document.credits_id IS NOT min(credit.charge_id)
  OR min(credit.charge_id) <> max(credit.charge_id)
UNION ALL
SELECT credit.charge_id, credit.item_id FROM finance_charge_credit AS credit
LEFT JOIN finance_charge_item AS charged ON charged.document_id = credit.charge_id AND charged.item_id = credit.item_id
WHERE NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = credit.document_id)
GROUP BY credit.charge_id, credit.item_id
HAVING sum(credit.amount) > coalesce(min(charged.interest + charged.fee), 0)
