-- Holds a number that another change takes; it makes nothing.
SELECT 1;
