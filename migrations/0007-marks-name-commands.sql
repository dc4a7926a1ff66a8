-- A mark says who put it there and when, by the command that did. Those of before are found in the log.

CREATE TABLE marked (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  command_seq INTEGER NOT NULL REFERENCES command_log (seq) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL CHECK (state IN ('disputed', 'held')),
  reason TEXT NOT NULL
) STRICT;

INSERT INTO marked (document_id, command_seq, state, reason)
SELECT m.document_id, max(l.seq), m.state, m.reason
FROM item_mark AS m
JOIN command_log AS l ON l.name = 'openItems.mark' AND json_extract(l.input, '$.documentId') = m.document_id
GROUP BY m.document_id;

DROP TABLE item_mark;
ALTER TABLE marked RENAME TO item_mark;
CREATE INDEX item_mark_by_command ON item_mark (command_seq);
