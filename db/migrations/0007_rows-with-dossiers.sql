-- Rows of cases tell of dossier papers that lapse. Rows written before do not: where a dossier was ever filed, all are made anew at the next
-- opening (a part of them would hide the rest from whoever looks for the newest end of the log).
DELETE FROM summaries WHERE EXISTS (SELECT 1 FROM facts WHERE type = 'dossierPaperFiled');
