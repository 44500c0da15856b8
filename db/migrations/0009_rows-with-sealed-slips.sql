-- Rows of cases tell until when sealed slips are kept, and no longer give that day as a deadline of the case. Rows written before do: where a
-- bundle was ever sealed, all are made anew at the next opening (a part of them would hide the rest from whoever looks for the newest end of
-- the log).
DELETE FROM summaries WHERE EXISTS (SELECT 1 FROM facts WHERE type = 'bundleSealed');
