-- Policy documents that offices upload: the file as it was read, its documents, and their clauses as they
-- were cut and put right by hand. Documents are public, so there is no row-level security here; who may
-- change them is the application's to decide.

CREATE TABLE document_file (
  id uuid CONSTRAINT document_file_pkey PRIMARY KEY,
  region_code text COLLATE "C" NOT NULL
    CONSTRAINT document_file_region_shape CHECK (region_code ~ '^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})?$'),
  file_name text NOT NULL CONSTRAINT document_file_name_shape CHECK (length(file_name) BETWEEN 1 AND 255),
  file_sha256 text NOT NULL CONSTRAINT document_file_sha256_shape CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  file_bytes integer NOT NULL CONSTRAINT document_file_bytes_positive CHECK (file_bytes > 0),
  format text NOT NULL CONSTRAINT document_file_format_known CHECK (format IN ('txt', 'docx', 'pdf')),
  encoding text,
  account_id uuid NOT NULL,
  posting_id uuid,
  uploaded_at timestamptz NOT NULL
);
SELECT app_distribute('document_file', NULL);
CREATE INDEX document_file_sha256_idx ON document_file (file_sha256);
GRANT SELECT, INSERT ON document_file TO mingbai_app;
COMMENT ON TABLE document_file IS 'Append-only. A file that was uploaded for its policy documents, by whom and when; its text is in the clauses.';

CREATE TABLE policy_document (
  id uuid CONSTRAINT policy_document_pkey PRIMARY KEY,
  file_id uuid NOT NULL,
  position smallint NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  title text,
  issuer text,
  number text,
  issued_on date,
  published_on date,
  first_line integer NOT NULL,
  last_line integer NOT NULL,
  left_out jsonb NOT NULL,
  notes jsonb NOT NULL,
  pack_id text,
  pack_score real,
  pack_by uuid,
  version integer NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_because text,
  CONSTRAINT policy_document_position_key UNIQUE (file_id, position),
  CONSTRAINT policy_document_withdrawn_whole
    CHECK (num_nulls(withdrawn_at, withdrawn_by, withdrawn_because) IN (0, 3))
);
SELECT app_distribute('policy_document', NULL);
ALTER TABLE policy_document
  ADD CONSTRAINT policy_document_file_fkey FOREIGN KEY (file_id) REFERENCES document_file (id);
GRANT SELECT, INSERT, UPDATE ON policy_document TO mingbai_app;
COMMENT ON TABLE policy_document IS 'One policy document of an uploaded file, with what its head says and the pack that carries it out. Withdrawn ones stay, so that what once stood beside a pack can be told.';
COMMENT ON COLUMN policy_document.left_out IS 'Lines that belong to no clause: what a web page put around the text, page numbers, signature; each with its reason.';
COMMENT ON COLUMN policy_document.pack_by IS 'Who chose the pack; null if the likeness of the words did.';

CREATE TABLE policy_clause (
  document_id uuid NOT NULL,
  id uuid NOT NULL,
  ordinal integer NOT NULL,
  path text COLLATE "C" NOT NULL,
  parent text COLLATE "C",
  level smallint NOT NULL,
  kind text NOT NULL,
  number text NOT NULL,
  value integer NOT NULL,
  annex integer NOT NULL,
  heading text NOT NULL,
  body text NOT NULL,
  first_line integer NOT NULL,
  last_line integer NOT NULL,
  inline boolean NOT NULL,
  confidence text NOT NULL
    CONSTRAINT policy_clause_confidence_known CHECK (confidence IN ('certain', 'likely', 'guessed')),
  notes jsonb NOT NULL,
  pack_clause_id text,
  match_score real,
  match_basis text
    CONSTRAINT policy_clause_basis_known CHECK (match_basis IN ('path', 'words', 'hand')),
  matched_by uuid,
  CONSTRAINT policy_clause_pkey PRIMARY KEY (document_id, id),
  CONSTRAINT policy_clause_path_key UNIQUE (document_id, path)
);
SELECT app_distribute('policy_clause', NULL);
ALTER TABLE policy_clause
  ADD CONSTRAINT policy_clause_document_fkey FOREIGN KEY (document_id) REFERENCES policy_document (id);
GRANT SELECT, INSERT, UPDATE, DELETE ON policy_clause TO mingbai_app;
COMMENT ON TABLE policy_clause IS 'The clauses of a policy document in their order, as cut and put right by hand, each with the clause of the pack that it says. Rewritten as a whole when the cut is corrected; the event log keeps what was corrected.';
COMMENT ON COLUMN policy_clause.match_basis IS 'By what it was matched: its place, its words, or a hand; a hand that chose nothing leaves the clause of the pack empty.';
