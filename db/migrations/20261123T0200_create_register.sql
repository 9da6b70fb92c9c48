-- Households, persons, yearly surveys and registration spells: the register itself.
-- A column exists for each field of the field dictionary, under the name it gives there.
-- Codes are those of GB/T 2261, 3304, 4658, 4761 and 4762, or meaningful words where no standard exists.

CREATE TABLE household (
  county_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  village_code text COLLATE "C" NOT NULL,
  number text COLLATE "C" NOT NULL,
  head_name text COLLATE "C" NOT NULL,
  head_initials text COLLATE "C" NOT NULL,
  village_group text,
  address text,
  phone_sealed bytea,
  phone_hash bigint,
  bank_name text,
  bank_account_sealed bytea,
  bank_account_hash bigint,
  member_count smallint,
  household_type text,
  recognition_standard text,
  poor_household_kind text,
  poverty_status text,
  not_exited_reason text,
  identified_month text,
  planned_exit_year smallint,
  exit_year smallint,
  return_year smallint,
  return_cause text,
  main_cause text,
  other_causes text[] NOT NULL DEFAULT '{}',
  martyr_family boolean,
  only_child_family boolean,
  two_daughter_family boolean,
  monitored_category text,
  monitored_month text,
  risks text[] NOT NULL DEFAULT '{}',
  disaster_kinds text[] NOT NULL DEFAULT '{}',
  risk_note text,
  identified_wage_fen bigint,
  identified_income_per_head_fen bigint,
  school_dropout boolean,
  housing_damaged boolean,
  member_uninsured boolean,
  water_damaged boolean,
  no_labour_household boolean,
  risk_eliminated boolean,
  risk_elimination_mode text,
  risk_eliminated_month text,
  relocated boolean,
  relocation_mode text,
  resettlement_mode text,
  resettlement_place text,
  resettlement_site text,
  resettlement_area_sqm numeric(8,2),
  relocation_difficulty text,
  moved_in_month text,
  old_house_demolished boolean,
  status text NOT NULL DEFAULT 'active',
  closed_on date,
  close_reason text,
  merged_into uuid,
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT household_pkey PRIMARY KEY (county_code, id),
  CONSTRAINT household_county_shape CHECK (length(county_code) = 6),
  CONSTRAINT household_village_in_county
    CHECK (length(village_code) = 12 AND left(village_code, 6) = county_code),
  CONSTRAINT household_number_key UNIQUE (number, county_code),
  CONSTRAINT household_number_shape CHECK (length(number) BETWEEN 1 AND 40),
  CONSTRAINT household_names_shape CHECK (length(head_name) BETWEEN 1 AND 50),
  CONSTRAINT household_member_count_shape CHECK (member_count BETWEEN 0 AND 99),
  CONSTRAINT household_months_shape CHECK (
    (length(identified_month) = 7 AND identified_month LIKE '____-__')
    AND (length(monitored_month) = 7 AND monitored_month LIKE '____-__')
    AND (length(risk_eliminated_month) = 7 AND risk_eliminated_month LIKE '____-__')
    AND (length(moved_in_month) = 7 AND moved_in_month LIKE '____-__')
  ),
  CONSTRAINT household_years_shape CHECK (
    least(planned_exit_year, exit_year, return_year) >= 1980
    AND greatest(planned_exit_year, exit_year, return_year) <= 2100
  ),
  CONSTRAINT household_lists_shape CHECK (cardinality(other_causes) <= 2 AND cardinality(risks) <= 5),
  CONSTRAINT household_fen_not_negative CHECK (identified_wage_fen >= 0),
  CONSTRAINT household_area_not_negative CHECK (resettlement_area_sqm >= 0),
  CONSTRAINT household_status_known CHECK (status IN ('active', 'closed')),
  CONSTRAINT household_closed_with_reason CHECK (
    (status = 'closed') = (closed_on IS NOT NULL)
    AND (closed_on IS NULL) = (close_reason IS NULL)
    AND (merged_into IS NULL OR close_reason = 'merged')
  )
);
SELECT app_distribute('household', 'county_code', 'household');
CREATE INDEX household_village ON household (village_code, number);
CREATE INDEX household_head_name ON household (head_name, village_code);
CREATE INDEX household_head_initials ON household (head_initials, village_code);
ALTER TABLE household ENABLE ROW LEVEL SECURITY;
ALTER TABLE household FORCE ROW LEVEL SECURITY;
CREATE POLICY household_scope ON household
  USING (village_code >= app_region_from() AND village_code < app_region_to())
  WITH CHECK (village_code >= app_region_from() AND village_code < app_region_to());
GRANT SELECT, INSERT, UPDATE ON household TO mingbai_app;
COMMENT ON TABLE household IS 'A household on the register: what is true of it now. Phone and bank account are sealed; their keyed hashes only tell equal from different.';

CREATE TABLE person (
  county_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  village_code text COLLATE "C" NOT NULL,
  household_id uuid NOT NULL,
  number text COLLATE "C",
  name text COLLATE "C" NOT NULL,
  name_initials text COLLATE "C" NOT NULL,
  sex text NOT NULL,
  document_kind text,
  document_sealed bytea,
  document_hash bytea,
  document_tail_hash bigint,
  birth_day date,
  relation text,
  ethnicity text,
  marital_status text,
  political_status text,
  speaks_mandarin boolean,
  active_soldier boolean,
  phone_sealed bytea,
  phone_hash bigint,
  education text,
  school_status text,
  out_of_school_reason text,
  rain_and_dew_aid boolean,
  unemployed_graduate_reason text,
  health text[] NOT NULL DEFAULT '{}',
  disability_card_year smallint,
  labour_skill text,
  work_status text,
  work_place text,
  work_employer text,
  work_months smallint,
  public_posts text[] NOT NULL DEFAULT '{}',
  public_post_months smallint,
  resident_medical boolean,
  employee_medical boolean,
  serious_illness_insurance boolean,
  commercial_medical boolean,
  medical_aid boolean,
  other_health_aid boolean,
  resident_pension boolean,
  employee_pension boolean,
  subsistence_allowance text,
  extreme_poverty_support text,
  unattended_child boolean,
  accident_insurance_subsidy boolean,
  identified_month text,
  join_reason text,
  joined_on date,
  leave_reason text,
  left_on date,
  status text NOT NULL DEFAULT 'present',
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT person_pkey PRIMARY KEY (county_code, id),
  CONSTRAINT person_county_shape CHECK (length(county_code) = 6),
  CONSTRAINT person_village_in_county
    CHECK (length(village_code) = 12 AND left(village_code, 6) = county_code),
  CONSTRAINT person_document_key UNIQUE (document_hash, county_code),
  CONSTRAINT person_names_shape CHECK (length(name) BETWEEN 1 AND 50),
  CONSTRAINT person_sex_known CHECK (sex IN ('0', '1', '2', '9')),
  CONSTRAINT person_codes_shape CHECK (
    length(relation) = 2 AND length(ethnicity) = 2 AND length(education) = 2
    AND length(political_status) = 2 AND length(marital_status) = 2
  ),
  CONSTRAINT person_document_whole CHECK (
    (document_sealed IS NULL) = (document_hash IS NULL)
    AND (document_sealed IS NULL) = (document_tail_hash IS NULL)
  ),
  CONSTRAINT person_months_shape CHECK (
    (length(identified_month) = 7 AND identified_month LIKE '____-__')
  ),
  CONSTRAINT person_months_worked_shape CHECK (
    work_months BETWEEN 0 AND 12 AND public_post_months BETWEEN 0 AND 12
  ),
  CONSTRAINT person_disability_year_shape CHECK (disability_card_year BETWEEN 1980 AND 2100),
  CONSTRAINT person_status_known CHECK (status IN ('present', 'left')),
  CONSTRAINT person_left_with_reason CHECK (
    (status = 'left') = (left_on IS NOT NULL) AND (left_on IS NULL) = (leave_reason IS NULL)
  )
);
SELECT app_distribute('person', 'county_code', 'household');
ALTER TABLE person ADD CONSTRAINT person_household_fkey
  FOREIGN KEY (county_code, household_id) REFERENCES household (county_code, id);
CREATE INDEX person_household ON person (county_code, household_id);
CREATE INDEX person_name ON person (name, village_code);
CREATE INDEX person_name_initials ON person (name_initials, village_code);
CREATE INDEX person_document_tail ON person (document_tail_hash);
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
CREATE POLICY person_scope ON person
  USING (village_code >= app_region_from() AND village_code < app_region_to())
  WITH CHECK (village_code >= app_region_from() AND village_code < app_region_to());
GRANT SELECT, INSERT, UPDATE ON person TO mingbai_app;
COMMENT ON TABLE person IS 'A person on the register, in the household of today or the last one. The document number is sealed; a keyed hash of it finds the person, another of its last four characters serves the search.';

CREATE TABLE household_survey (
  county_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  village_code text COLLATE "C" NOT NULL,
  household_id uuid NOT NULL,
  year smallint NOT NULL,
  income_period text,
  population_at_year_end smallint,
  population_at_year_start smallint,
  cultivated_mu numeric(8,2),
  irrigated_mu numeric(8,2),
  forest_mu numeric(8,2),
  converted_mu numeric(8,2),
  orchard_mu numeric(8,2),
  pasture_mu numeric(8,2),
  water_mu numeric(8,2),
  in_cooperative boolean,
  leading_firm boolean,
  leading_entrepreneur boolean,
  household_electricity boolean,
  production_electricity boolean,
  broadcasting boolean,
  safe_water boolean,
  water_difficult boolean,
  water_source text,
  sanitary_toilet boolean,
  road_distance_km numeric(6,2),
  road_kind text,
  road_hardened boolean,
  fuels text[] NOT NULL DEFAULT '{}',
  fuel_note text,
  housing_sqm numeric(8,2),
  dangerous_house boolean,
  housing_grade text,
  housing_renovated_year smallint,
  house_structure text,
  house_built_year smallint,
  wage_work_fen bigint,
  wage_public_post_fen bigint,
  wage_other_fen bigint,
  wage_fen bigint,
  business_crop_fen bigint,
  business_forestry_fen bigint,
  business_livestock_fen bigint,
  business_fishery_fen bigint,
  business_trade_fen bigint,
  business_industry_award_fen bigint,
  business_employment_award_fen bigint,
  business_fen bigint,
  property_dividend_fen bigint,
  property_land_fen bigint,
  property_interest_fen bigint,
  property_other_fen bigint,
  property_fen bigint,
  transfer_family_planning_fen bigint,
  transfer_subsistence_fen bigint,
  transfer_extreme_poverty_fen bigint,
  transfer_pension_fen bigint,
  transfer_ecological_fen bigint,
  transfer_other_fen bigint,
  transfer_fen bigint,
  business_expense_fen bigint,
  expense_subsidy_fen bigint,
  insurance_payout_fen bigint,
  medical_out_of_pocket_fen bigint,
  income_fen bigint,
  net_income_fen bigint,
  income_per_head_fen bigint,
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT household_survey_pkey PRIMARY KEY (county_code, id),
  CONSTRAINT household_survey_county_shape CHECK (length(county_code) = 6),
  CONSTRAINT household_survey_village_in_county
    CHECK (length(village_code) = 12 AND left(village_code, 6) = county_code),
  CONSTRAINT household_survey_year_key UNIQUE (county_code, household_id, year),
  CONSTRAINT household_survey_years_shape CHECK (
    year BETWEEN 2000 AND 2100
    AND housing_renovated_year BETWEEN 1949 AND 2100 AND house_built_year BETWEEN 1600 AND 2100
  ),
  CONSTRAINT household_survey_population_shape CHECK (
    population_at_year_end BETWEEN 0 AND 99 AND population_at_year_start BETWEEN 0 AND 99
  ),
  CONSTRAINT household_survey_areas_not_negative CHECK (
    least(
      cultivated_mu, irrigated_mu, forest_mu, converted_mu, orchard_mu, pasture_mu, water_mu,
      road_distance_km, housing_sqm
    ) >= 0
  ),
  CONSTRAINT household_survey_grade_known CHECK (housing_grade IN ('A', 'B', 'C', 'D')),
  CONSTRAINT household_survey_fuels_shape CHECK (cardinality(fuels) <= 3),
  CONSTRAINT household_survey_fen_not_negative CHECK (
    least(
      wage_work_fen, wage_public_post_fen, wage_other_fen, business_crop_fen,
      business_forestry_fen, business_livestock_fen, business_fishery_fen, business_trade_fen,
      business_industry_award_fen, business_employment_award_fen, property_dividend_fen,
      property_land_fen, property_interest_fen, property_other_fen, transfer_family_planning_fen,
      transfer_subsistence_fen, transfer_extreme_poverty_fen, transfer_pension_fen,
      transfer_ecological_fen, transfer_other_fen, business_expense_fen, expense_subsidy_fen,
      insurance_payout_fen, medical_out_of_pocket_fen, wage_fen, business_fen, property_fen,
      transfer_fen, income_fen
    ) >= 0
  )
);
SELECT app_distribute('household_survey', 'county_code', 'household');
ALTER TABLE household_survey ADD CONSTRAINT household_survey_household_fkey
  FOREIGN KEY (county_code, household_id) REFERENCES household (county_code, id);
ALTER TABLE household_survey ENABLE ROW LEVEL SECURITY;
ALTER TABLE household_survey FORCE ROW LEVEL SECURITY;
CREATE POLICY household_survey_scope ON household_survey
  USING (village_code >= app_region_from() AND village_code < app_region_to())
  WITH CHECK (village_code >= app_region_from() AND village_code < app_region_to());
GRANT SELECT, INSERT, UPDATE ON household_survey TO mingbai_app;
COMMENT ON TABLE household_survey IS 'What was found at a household in one year: land, living conditions, income and spending. Money is in fen, land in mu.';

CREATE TABLE registration_spell (
  county_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  village_code text COLLATE "C" NOT NULL,
  household_id uuid NOT NULL,
  kind text NOT NULL,
  started_on date NOT NULL,
  start_reason text NOT NULL,
  ended_on date,
  end_reason text,
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT registration_spell_pkey PRIMARY KEY (county_code, id),
  CONSTRAINT registration_spell_county_shape CHECK (length(county_code) = 6),
  CONSTRAINT registration_spell_village_in_county
    CHECK (length(village_code) = 12 AND left(village_code, 6) = county_code),
  CONSTRAINT registration_spell_kind_known CHECK (kind IN ('registered', 'monitored')),
  CONSTRAINT registration_spell_in_order CHECK (ended_on >= started_on),
  CONSTRAINT registration_spell_ended_with_reason CHECK ((ended_on IS NULL) = (end_reason IS NULL))
);
SELECT app_distribute('registration_spell', 'county_code', 'household');
ALTER TABLE registration_spell ADD CONSTRAINT registration_spell_household_fkey
  FOREIGN KEY (county_code, household_id) REFERENCES household (county_code, id);
CREATE UNIQUE INDEX registration_spell_start_key
  ON registration_spell (county_code, household_id, kind, started_on);
CREATE UNIQUE INDEX registration_spell_one_open
  ON registration_spell (county_code, household_id, kind) WHERE ended_on IS NULL;
ALTER TABLE registration_spell ENABLE ROW LEVEL SECURITY;
ALTER TABLE registration_spell FORCE ROW LEVEL SECURITY;
CREATE POLICY registration_spell_scope ON registration_spell
  USING (village_code >= app_region_from() AND village_code < app_region_to())
  WITH CHECK (village_code >= app_region_from() AND village_code < app_region_to());
GRANT SELECT, INSERT, UPDATE ON registration_spell TO mingbai_app;
COMMENT ON TABLE registration_spell IS 'From when until when a household was registered as poor or monitored, and why it began and ended. At most one spell of a kind is open.';

CREATE TABLE id_card (
  id_hash bytea CONSTRAINT id_card_pkey PRIMARY KEY,
  county_code text COLLATE "C" NOT NULL
    CONSTRAINT id_card_county_shape CHECK (length(county_code) = 6),
  person_id uuid NOT NULL
);
SELECT app_distribute('id_card', 'id_hash');
GRANT SELECT, INSERT, UPDATE, DELETE ON id_card TO mingbai_app;
COMMENT ON TABLE id_card IS 'Which person holds a document number, for the whole nation: only the keyed hash, so that a number is on the register once.';
