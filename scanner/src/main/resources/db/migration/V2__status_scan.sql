-- The scan that gave a finding its status: by it a scan's changes are told from what was so before.
ALTER TABLE finding ADD COLUMN status_scan TEXT NOT NULL DEFAULT '';
CREATE INDEX finding_by_scan ON finding (scan);
CREATE INDEX finding_by_status_scan ON finding (status_scan);
