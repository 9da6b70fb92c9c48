-- The tamper-evident log (RFC 6962): every act and every audit event becomes a leaf of one Merkle
-- tree, and every growth of the tree is signed. Whoever keeps a checkpoint elsewhere can find any
-- later edit, deletion, insertion or truncation. These tables are local to the coordinator and hold
-- hashes and identifiers only.

CREATE TABLE log_leaf (
  seq bigint CONSTRAINT log_leaf_pkey PRIMARY KEY CONSTRAINT log_leaf_seq_from_zero CHECK (seq >= 0),
  source text NOT NULL CONSTRAINT log_leaf_source_known CHECK (source IN ('act', 'event')),
  county_code text COLLATE "C" NOT NULL,
  source_id uuid NOT NULL,
  leaf_hash bytea NOT NULL CONSTRAINT log_leaf_hash_is_sha256 CHECK (length(leaf_hash) = 32),
  CONSTRAINT log_leaf_source_key UNIQUE (source_id, county_code),
  CONSTRAINT log_leaf_county_of_act CHECK ((source = 'event') = (county_code = ''))
);
GRANT SELECT, INSERT ON log_leaf TO mingbai_app;
COMMENT ON TABLE log_leaf IS 'Append-only. The leaves of the Merkle tree in their order: which act or audit event, and its leaf hash.';
COMMENT ON COLUMN log_leaf.seq IS 'Place in the tree, from 0, without gaps.';
COMMENT ON COLUMN log_leaf.county_code IS 'The county of the act, by which it is found; empty for an audit event, which belongs to no county.';

CREATE TABLE log_block (
  index bigint CONSTRAINT log_block_pkey PRIMARY KEY CONSTRAINT log_block_index_from_zero CHECK (index >= 0),
  root bytea NOT NULL CONSTRAINT log_block_root_is_sha256 CHECK (length(root) = 32)
);
GRANT SELECT, INSERT ON log_block TO mingbai_app;
COMMENT ON TABLE log_block IS 'Append-only. The root of every complete run of 1 024 leaves, so that a proof reads few leaves. Can be computed from log_leaf.';

CREATE TABLE log_checkpoint (
  size bigint CONSTRAINT log_checkpoint_pkey PRIMARY KEY CONSTRAINT log_checkpoint_size_positive CHECK (size > 0),
  root bytea NOT NULL CONSTRAINT log_checkpoint_root_is_sha256 CHECK (length(root) = 32),
  at timestamptz NOT NULL,
  note text NOT NULL,
  peaks bytea NOT NULL CONSTRAINT log_checkpoint_peaks_are_hashes CHECK (length(peaks) > 0 AND length(peaks) % 32 = 0),
  snapshot pg_snapshot NOT NULL,
  cluster text NOT NULL
);
CREATE INDEX log_checkpoint_at_idx ON log_checkpoint (at);
GRANT SELECT, INSERT ON log_checkpoint TO mingbai_app;
COMMENT ON TABLE log_checkpoint IS 'Append-only. What the log was at each growth, signed: number of leaves, root, time.';
COMMENT ON COLUMN log_checkpoint.note IS 'The signed text (C2SP tlog-checkpoint); the other columns repeat it or help to go on from here.';
COMMENT ON COLUMN log_checkpoint.peaks IS 'Roots of the complete subtrees, the largest first, 32 bytes each: all that is needed to let the tree grow.';
COMMENT ON COLUMN log_checkpoint.snapshot IS 'Transactions visible in it are in the log; with the transaction number of a row it tells what is new without touching the row.';
COMMENT ON COLUMN log_checkpoint.cluster IS 'System identifier of the PostgreSQL cluster that counted the transactions. After a restore into another cluster their numbers mean nothing.';
