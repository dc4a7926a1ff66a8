-- An early payment discount that no terms earn gives money away as a write-off does. What each role may give so has a limit
-- of its own, which begins as the one of its write-offs.
INSERT INTO role_limit (role, act, most) SELECT role, 'late_discount', most FROM role_limit WHERE act = 'write_off';
