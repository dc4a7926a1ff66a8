-- There are as many open items as documents
-- fast
SELECT count(*) FROM open_item HAVING count(*) <> (SELECT count(*) FROM document)
