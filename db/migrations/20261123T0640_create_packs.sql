-- Which pack is followed where, and the values of parameters that offices set by documents of their own.
-- Policy is public, so there is no row-level security here; who may set it is the application's to decide.

CREATE TABLE pack_version (
  hash text CONSTRAINT pack_version_pkey PRIMARY KEY
    CONSTRAINT pack_version_hash_shape CHECK (hash ~ '^[0-9a-f]{64}$'),
  pack_id text NOT NULL,
  files jsonb NOT NULL,
  kept_at timestamptz NOT NULL
);
SELECT app_distribute('pack_version', NULL);
GRANT SELECT, INSERT ON pack_version TO mingbai_app;
COMMENT ON TABLE pack_version IS 'Append-only. A pack as it stood when an office began to follow it: every file by its name. Cases and snapshots name the hash.';

CREATE TABLE pack_adoption (
  id uuid CONSTRAINT pack_adoption_pkey PRIMARY KEY,
  region_code text COLLATE "C" NOT NULL
    CONSTRAINT pack_adoption_region_shape CHECK (region_code ~ '^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})?$'),
  pack_id text NOT NULL,
  pack_hash text NOT NULL,
  from_day date NOT NULL,
  until_day date,
  reason text NOT NULL CONSTRAINT pack_adoption_reason_shape CHECK (length(reason) BETWEEN 2 AND 500),
  request_id uuid NOT NULL CONSTRAINT pack_adoption_request_key UNIQUE,
  adopted_by uuid NOT NULL,
  adopted_at timestamptz NOT NULL,
  ended_by uuid,
  ended_at timestamptz,
  ended_because text,
  CONSTRAINT pack_adoption_days_in_order CHECK (until_day IS NULL OR until_day >= from_day - 1),
  CONSTRAINT pack_adoption_end_whole CHECK (num_nulls(until_day, ended_by, ended_at, ended_because) IN (0, 4))
);
SELECT app_distribute('pack_adoption', NULL);
ALTER TABLE pack_adoption
  ADD CONSTRAINT pack_adoption_version_fkey FOREIGN KEY (pack_hash) REFERENCES pack_version (hash);
CREATE UNIQUE INDEX pack_adoption_open_key ON pack_adoption (region_code) WHERE until_day IS NULL;
GRANT SELECT, INSERT, UPDATE ON pack_adoption TO mingbai_app;
COMMENT ON TABLE pack_adoption IS 'From a day on a region follows a pack in one version. Ended by a day, never deleted; at most one without an end for each region.';
COMMENT ON COLUMN pack_adoption.until_day IS 'Last day; the day before from_day if it was ended before it began.';

CREATE TABLE parameter_value (
  id uuid CONSTRAINT parameter_value_pkey PRIMARY KEY,
  parameter_id text NOT NULL,
  region_code text COLLATE "C" NOT NULL
    CONSTRAINT parameter_value_region_shape CHECK (region_code ~ '^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})?$'),
  from_day date NOT NULL,
  until_day date,
  value jsonb NOT NULL,
  unit text NOT NULL,
  clause text NOT NULL CONSTRAINT parameter_value_clause_shape CHECK (length(clause) BETWEEN 2 AND 200),
  reason text NOT NULL CONSTRAINT parameter_value_reason_shape CHECK (length(reason) BETWEEN 2 AND 500),
  request_id uuid NOT NULL CONSTRAINT parameter_value_request_key UNIQUE,
  proposed_by uuid NOT NULL,
  proposed_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'proposed'
    CONSTRAINT parameter_value_state_known CHECK (state IN ('proposed', 'approved', 'refused', 'withdrawn')),
  decided_by uuid,
  decided_at timestamptz,
  decided_because text,
  CONSTRAINT parameter_value_days_in_order CHECK (until_day IS NULL OR until_day >= from_day),
  CONSTRAINT parameter_value_decided CHECK (
    CASE WHEN state = 'proposed' THEN num_nonnulls(decided_by, decided_at) = 0 ELSE num_nulls(decided_by, decided_at) = 0 END),
  CONSTRAINT parameter_value_second_person CHECK (state NOT IN ('approved', 'refused') OR decided_by <> proposed_by)
);
SELECT app_distribute('parameter_value', NULL);
CREATE UNIQUE INDEX parameter_value_open_key ON parameter_value (parameter_id, region_code, from_day) WHERE state = 'proposed';
CREATE INDEX parameter_value_approved_idx ON parameter_value (parameter_id, region_code, from_day) WHERE state = 'approved';
GRANT SELECT, INSERT, UPDATE ON parameter_value TO mingbai_app;
COMMENT ON TABLE parameter_value IS 'A value of a parameter that an office sets for its region from a day on, with the clause that says so. In force once a second person has approved it; of two for one day the one approved later.';
COMMENT ON COLUMN parameter_value.value IS 'In the unit of the parameter: yuan, percent before the sign, a day, a list of words.';
