-- After how many days without a good backup Home warns: a setting of the company.
UPDATE company SET settings = json_set(settings, '$.backupWarningDays', 7);
