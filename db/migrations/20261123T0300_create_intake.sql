-- Imports of spreadsheets: what was uploaded, how its columns are read, how far it is, what came of it.
-- The rows themselves never rest here: they stand in temporary tables until they are taken as a whole.

CREATE TABLE import_run (
  id uuid CONSTRAINT import_run_pkey PRIMARY KEY,
  region_code text COLLATE "C" NOT NULL
    CONSTRAINT import_run_region_shape CHECK (region_code ~ '^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})?$'),
  state text NOT NULL CONSTRAINT import_run_state_known CHECK (
    state IN ('mapping', 'queued', 'checking', 'taking', 'done', 'refused', 'cancelled', 'failed')
  ),
  account_id uuid NOT NULL,
  posting_id uuid,
  created_at timestamptz NOT NULL,
  queued_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  cancel_requested_at timestamptz,
  attempt integer NOT NULL DEFAULT 0,
  problem jsonb,
  CONSTRAINT import_run_ended_when_over
    CHECK ((state IN ('done', 'refused', 'cancelled', 'failed')) = (finished_at IS NOT NULL))
);
CREATE INDEX import_run_region_idx ON import_run (region_code, created_at DESC);
CREATE INDEX import_run_waiting_idx ON import_run (queued_at) WHERE state IN ('queued', 'checking', 'taking');
ALTER TABLE import_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_run FORCE ROW LEVEL SECURITY;
CREATE POLICY import_run_scope ON import_run
  USING ((region_code >= app_region_from() AND region_code < app_region_to()) OR (region_code = '' AND app_region_from() = '0'))
  WITH CHECK ((region_code >= app_region_from() AND region_code < app_region_to()) OR (region_code = '' AND app_region_from() = '0'));
GRANT SELECT, INSERT, UPDATE ON import_run TO mingbai_app;
COMMENT ON TABLE import_run IS 'One import of one or more files by one officer for one region. It is taken as a whole or not at all; one of a region runs at a time.';
COMMENT ON COLUMN import_run.attempt IS 'Counts how often it was begun. Who works on it must name it, so that whoever lost it can finish nothing.';

CREATE TABLE import_progress (
  run_id uuid CONSTRAINT import_progress_pkey PRIMARY KEY
    CONSTRAINT import_progress_run_fkey REFERENCES import_run (id),
  attempt integer NOT NULL,
  lease_until timestamptz NOT NULL,
  phase text NOT NULL,
  share real NOT NULL DEFAULT 0,
  rows_read bigint NOT NULL DEFAULT 0,
  rows_refused bigint NOT NULL DEFAULT 0,
  updated_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON import_progress TO mingbai_app;
COMMENT ON TABLE import_progress IS 'How far a running import is, and until when it is held to be alive. Apart from import_run, so that a sign of life never collides with the transaction that takes the rows.';

CREATE TABLE import_source (
  run_id uuid NOT NULL CONSTRAINT import_source_run_fkey REFERENCES import_run (id),
  position smallint NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  file_name text NOT NULL CONSTRAINT import_source_file_name_shape CHECK (length(file_name) BETWEEN 1 AND 255),
  file_sha256 text NOT NULL CONSTRAINT import_source_sha256_shape CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  file_bytes bigint NOT NULL,
  format text NOT NULL CONSTRAINT import_source_format_known CHECK (format IN ('xlsx', 'csv', 'unknown')),
  encoding text,
  sheet_name text NOT NULL DEFAULT '',
  sheet_index integer NOT NULL DEFAULT 0,
  hidden boolean NOT NULL DEFAULT false,
  left_out boolean NOT NULL DEFAULT false,
  mapping jsonb,
  notes jsonb NOT NULL DEFAULT '[]',
  problem jsonb,
  outcome jsonb,
  CONSTRAINT import_source_pkey PRIMARY KEY (run_id, position)
);
ALTER TABLE import_source ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_source FORCE ROW LEVEL SECURITY;
CREATE POLICY import_source_scope ON import_source
  USING ((region_code >= app_region_from() AND region_code < app_region_to()) OR (region_code = '' AND app_region_from() = '0'))
  WITH CHECK ((region_code >= app_region_from() AND region_code < app_region_to()) OR (region_code = '' AND app_region_from() = '0'));
GRANT SELECT, INSERT, UPDATE, DELETE ON import_source TO mingbai_app;
COMMENT ON TABLE import_source IS 'A table of an import: a CSV file or one sheet of a workbook, how its columns are read, and what came of its rows. The file lies sealed in the data folder under its hash.';

CREATE TABLE import_finding (
  run_id uuid NOT NULL CONSTRAINT import_finding_run_fkey REFERENCES import_run (id),
  position smallint NOT NULL,
  row_number integer NOT NULL,
  ordinal integer NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  column_index integer,
  level text NOT NULL CONSTRAINT import_finding_level_known CHECK (level IN ('E', 'W')),
  code text NOT NULL,
  details jsonb,
  CONSTRAINT import_finding_pkey PRIMARY KEY (run_id, position, row_number, ordinal)
);
CREATE INDEX import_finding_code_idx ON import_finding (run_id, position, code, row_number);
ALTER TABLE import_finding ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_finding FORCE ROW LEVEL SECURITY;
CREATE POLICY import_finding_scope ON import_finding
  USING ((region_code >= app_region_from() AND region_code < app_region_to()) OR (region_code = '' AND app_region_from() = '0'))
  WITH CHECK ((region_code >= app_region_from() AND region_code < app_region_to()) OR (region_code = '' AND app_region_from() = '0'));
GRANT SELECT, INSERT, DELETE ON import_finding TO mingbai_app;
COMMENT ON TABLE import_finding IS 'Why rows of an import were refused or need a look: row, column and reason, never the value. Every refusal is here; of warnings the first of each kind.';

CREATE TABLE import_header (
  region_code text COLLATE "C" NOT NULL,
  kind text NOT NULL CONSTRAINT import_header_kind_known CHECK (kind IN ('households', 'members', 'surveys')),
  header text NOT NULL CONSTRAINT import_header_header_shape CHECK (length(header) BETWEEN 1 AND 200),
  target text,
  set_by uuid NOT NULL,
  set_at timestamptz NOT NULL,
  CONSTRAINT import_header_pkey PRIMARY KEY (region_code, kind, header)
);
ALTER TABLE import_header ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_header FORCE ROW LEVEL SECURITY;
CREATE POLICY import_header_scope ON import_header
  USING ((region_code >= app_region_from() AND region_code < app_region_to()) OR (region_code = '' AND app_region_from() = '0'))
  WITH CHECK ((region_code >= app_region_from() AND region_code < app_region_to()) OR (region_code = '' AND app_region_from() = '0'));
GRANT SELECT, INSERT, UPDATE, DELETE ON import_header TO mingbai_app;
COMMENT ON TABLE import_header IS 'What an office said a column of its files means where the dictionary does not know it or means something else; kept for the next file.';
