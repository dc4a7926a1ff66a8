-- A void and what it reverses are both settled
-- thorough
SELECT void.id FROM document AS void
JOIN open_item AS void_item ON void_item.document_id = void.id
JOIN open_item AS original_item ON original_item.document_id = void.reverses_id
WHERE void_item.balance <> 0 OR original_item.balance <> 0
