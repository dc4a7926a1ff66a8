-- Four roles: a viewer reads and prints, a clerk enters, a supervisor approves and closes, an owner has people, restores and
-- encryption as well. SQLite cannot change a CHECK: the column is made anew. Whoever was a supervisor did all that an owner does
-- now, so each who works here becomes one and loses nothing.
DROP TRIGGER user_leaves_a_supervisor;
DROP TRIGGER approval_by_a_supervisor;

ALTER TABLE user RENAME COLUMN role TO former_role;
ALTER TABLE user ADD COLUMN role TEXT NOT NULL DEFAULT 'viewer' CHECK (role IN ('viewer', 'clerk', 'supervisor', 'owner'));
UPDATE user SET role = iif(former_role = 'supervisor' AND active = 1, 'owner', former_role);
ALTER TABLE user DROP COLUMN former_role;

CREATE TRIGGER user_leaves_an_owner BEFORE UPDATE ON user
WHEN OLD.role = 'owner' AND OLD.active = 1 AND (NEW.role <> 'owner' OR NEW.active = 0) BEGIN
  SELECT RAISE (ABORT, 'user: the last owner stays')
  WHERE NOT EXISTS (SELECT 1 FROM user WHERE id <> OLD.id AND role = 'owner' AND active = 1);
END;

CREATE TRIGGER approval_by_a_supervisor BEFORE INSERT ON approval
WHEN NOT EXISTS (SELECT 1 FROM user WHERE id = NEW.user_id AND role IN ('supervisor', 'owner') AND active = 1) BEGIN
  SELECT RAISE (ABORT, 'approval: only a supervisor approves');
END;
