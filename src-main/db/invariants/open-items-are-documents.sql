-- There is one open item for each document, and none besides
-- fast
SELECT count(*) FROM open_item HAVING count(*) <> (SELECT count(*) FROM document)
