-- The user who alone saw an answer; null if its whole channel did. Of older answers it is not on
-- file: nobody recalls them.
ALTER TABLE answer ADD COLUMN seen_by TEXT;

UPDATE answer SET seen_by = '';
