-- The division tree: what every code of the register means, since when and until when, and the
-- offices' own boundaries. Regions are public, so there is no row-level security here; only the
-- owner of the database loads divisions, the application reads them.

CREATE TABLE region_edition (
  id uuid CONSTRAINT region_edition_pkey PRIMARY KEY,
  edition text NOT NULL CONSTRAINT region_edition_edition_key UNIQUE,
  cut_off date NOT NULL,
  divisions integer NOT NULL CONSTRAINT region_edition_divisions_positive CHECK (divisions > 0),
  loaded_at timestamptz NOT NULL
);
COMMENT ON TABLE region_edition IS 'Which lists of divisions were loaded: the yearly national list by its cut-off day, and fictional counties for demonstration.';

CREATE TABLE region (
  code text COLLATE "C" CONSTRAINT region_pkey PRIMARY KEY
    CONSTRAINT region_code_shape CHECK (code ~ '^(\d{2}|\d{4}|\d{6}|\d{9})?$'),
  level text NOT NULL CONSTRAINT region_level_known
    CHECK (level IN ('nation', 'province', 'prefecture', 'county', 'township')),
  name text NOT NULL CONSTRAINT region_name_shape CHECK (length(name) BETWEEN 1 AND 60),
  full_name text NOT NULL,
  parent_code text COLLATE "C",
  class text,
  former_names text[] NOT NULL DEFAULT '{}',
  valid_from date,
  valid_to date,
  successor_code text COLLATE "C",
  CONSTRAINT region_days_in_order CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to > valid_from),
  CONSTRAINT region_successor_after_end CHECK (successor_code IS NULL OR valid_to IS NOT NULL)
);
SELECT app_distribute('region', NULL);
ALTER TABLE region ADD CONSTRAINT region_parent_fkey FOREIGN KEY (parent_code) REFERENCES region (code);
CREATE INDEX region_parent_idx ON region (parent_code, code);
GRANT SELECT ON region, region_edition TO mingbai_app;
COMMENT ON TABLE region IS 'Divisions from the nation (code empty) down to townships. A code that went out of use keeps its row, with its last day and, where known, its successor.';
COMMENT ON COLUMN region.valid_from IS 'First day; null if it was there before the first list loaded.';
COMMENT ON COLUMN region.valid_to IS 'First day on which it is no longer a division; null while it is one.';
COMMENT ON COLUMN region.class IS 'What the list says beyond the code: placeholder (a row for statistics that is no place, such as 市辖区).';

CREATE TABLE village (
  county_code text COLLATE "C" NOT NULL CONSTRAINT village_county_code_shape CHECK (length(county_code) = 6),
  code text COLLATE "C" NOT NULL
    CONSTRAINT village_code_shape CHECK (length(code) = 12 AND left(code, 6) = county_code),
  name text NOT NULL CONSTRAINT village_name_shape CHECK (length(name) BETWEEN 1 AND 60),
  class text,
  former_names text[] NOT NULL DEFAULT '{}',
  valid_from date,
  valid_to date,
  successor_code text COLLATE "C",
  CONSTRAINT village_pkey PRIMARY KEY (county_code, code),
  CONSTRAINT village_days_in_order CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to > valid_from),
  CONSTRAINT village_successor_after_end CHECK (successor_code IS NULL OR valid_to IS NOT NULL)
);
SELECT app_distribute('village', 'county_code', 'household');
ALTER TABLE village ADD CONSTRAINT village_county_fkey FOREIGN KEY (county_code) REFERENCES region (code);
GRANT SELECT ON village TO mingbai_app;
COMMENT ON TABLE village IS 'Villages and neighbourhoods (12 digits), spread by county like the households in them. Validity and successor as in region.';

CREATE TABLE region_boundary (
  region_code text COLLATE "C" CONSTRAINT region_boundary_pkey PRIMARY KEY
    CONSTRAINT region_boundary_code_shape CHECK (region_code ~ '^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$'),
  uploaded_for text COLLATE "C" NOT NULL,
  geometry jsonb NOT NULL,
  review_number text NOT NULL CONSTRAINT region_boundary_review_number_shape CHECK (length(review_number) BETWEEN 4 AND 60),
  source text NOT NULL CONSTRAINT region_boundary_source_shape CHECK (length(source) BETWEEN 1 AND 200),
  uploaded_by uuid NOT NULL,
  uploaded_at timestamptz NOT NULL,
  CONSTRAINT region_boundary_within_upload CHECK (starts_with(region_code, uploaded_for))
);
SELECT app_distribute('region_boundary', NULL);
GRANT SELECT, INSERT, UPDATE, DELETE ON region_boundary TO mingbai_app;
COMMENT ON TABLE region_boundary IS 'Boundaries that an office loaded from its own official map, one row per division, with the review number (审图号) that must be shown with them.';
