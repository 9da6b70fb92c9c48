-- Auditors look for one kind of event, or for what happened around one thing, newest first.

CREATE INDEX audit_event_kind_idx ON audit_event (kind, at DESC);
CREATE INDEX audit_event_subject_idx ON audit_event (subject, subject_id, at DESC);
