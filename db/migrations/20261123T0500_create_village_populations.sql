-- The agricultural population of villages, which the incidence of poverty is a share of.
-- It is stated by the office each year and not derived from the register, which knows the poor only.

CREATE TABLE village_population (
  county_code text COLLATE "C" NOT NULL,
  village_code text COLLATE "C" NOT NULL,
  year smallint NOT NULL,
  agricultural_population integer NOT NULL,
  source text NOT NULL,
  stated_by uuid NOT NULL,
  stated_at timestamptz NOT NULL,
  CONSTRAINT village_population_pkey PRIMARY KEY (county_code, village_code, year),
  CONSTRAINT village_population_county_shape CHECK (length(county_code) = 6),
  CONSTRAINT village_population_in_county
    CHECK (length(village_code) = 12 AND left(village_code, 6) = county_code),
  CONSTRAINT village_population_year_shape CHECK (year BETWEEN 2000 AND 2100),
  CONSTRAINT village_population_sane CHECK (agricultural_population BETWEEN 1 AND 200000),
  CONSTRAINT village_population_source_shape CHECK (length(source) BETWEEN 1 AND 200)
);
SELECT app_distribute('village_population', 'county_code', 'household');
CREATE INDEX village_population_village ON village_population (village_code, year);
ALTER TABLE village_population ENABLE ROW LEVEL SECURITY;
ALTER TABLE village_population FORCE ROW LEVEL SECURITY;
CREATE POLICY village_population_scope ON village_population
  USING (village_code >= app_region_from() AND village_code < app_region_to())
  WITH CHECK (village_code >= app_region_from() AND village_code < app_region_to());
GRANT SELECT, INSERT, UPDATE ON village_population TO mingbai_app;
COMMENT ON TABLE village_population IS 'Registered agricultural population (农业户籍人口) of a village in a year, as an office stated it. The latest year counts; who stated it is in the audit events.';
