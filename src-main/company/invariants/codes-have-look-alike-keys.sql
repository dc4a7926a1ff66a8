-- Each code of master data has the key that codes looking like it have in common
-- fast
SELECT code FROM customer WHERE code_key IS NULL
UNION ALL SELECT code FROM account WHERE code_key IS NULL
UNION ALL SELECT code FROM terms WHERE code_key IS NULL
UNION ALL SELECT code FROM tax_code WHERE code_key IS NULL
UNION ALL SELECT code FROM product WHERE code_key IS NULL
UNION ALL SELECT code FROM reason_code WHERE code_key IS NULL
