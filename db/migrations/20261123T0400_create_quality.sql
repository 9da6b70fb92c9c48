-- What the data rules find in the register, and where somebody allowed a record to differ from one.
-- Findings are derived from the register and may be thrown away and found again; exemptions are decisions.

CREATE TABLE quality_exemption (
  county_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  village_code text COLLATE "C" NOT NULL,
  household_id uuid NOT NULL,
  rule_id text NOT NULL,
  subject text NOT NULL,
  subject_id uuid NOT NULL,
  reason text NOT NULL,
  from_day date NOT NULL,
  until_day date,
  granted_by uuid NOT NULL,
  granted_at timestamptz NOT NULL,
  request_id uuid NOT NULL,
  ended_by uuid,
  ended_at timestamptz,
  CONSTRAINT quality_exemption_pkey PRIMARY KEY (county_code, id),
  CONSTRAINT quality_exemption_request_key UNIQUE (county_code, request_id),
  CONSTRAINT quality_exemption_county_shape CHECK (length(county_code) = 6),
  CONSTRAINT quality_exemption_village_in_county
    CHECK (length(village_code) = 12 AND left(village_code, 6) = county_code),
  CONSTRAINT quality_exemption_rule_shape CHECK (rule_id ~ '^R\d{3}$'),
  CONSTRAINT quality_exemption_subject_known CHECK (subject IN ('household', 'person', 'survey')),
  CONSTRAINT quality_exemption_reason_shape CHECK (length(reason) BETWEEN 2 AND 500),
  CONSTRAINT quality_exemption_days_in_order CHECK (until_day IS NULL OR until_day >= from_day - 1),
  CONSTRAINT quality_exemption_ended_whole CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);
SELECT app_distribute('quality_exemption', 'county_code', 'household');
CREATE INDEX quality_exemption_subject ON quality_exemption (county_code, subject_id);
ALTER TABLE quality_exemption ENABLE ROW LEVEL SECURITY;
ALTER TABLE quality_exemption FORCE ROW LEVEL SECURITY;
CREATE POLICY quality_exemption_scope ON quality_exemption
  USING (village_code >= app_region_from() AND village_code < app_region_to())
  WITH CHECK (village_code >= app_region_from() AND village_code < app_region_to());
GRANT SELECT, INSERT ON quality_exemption TO mingbai_app;
GRANT UPDATE (village_code, household_id, until_day, ended_by, ended_at) ON quality_exemption TO mingbai_app;
COMMENT ON TABLE quality_exemption IS 'Leave for one record to differ from one data rule, with the reason and who answers for it. Ended by a date, never deleted; granting and ending are audit events.';
COMMENT ON COLUMN quality_exemption.until_day IS 'Last day in force; null for as long as the record lives; the day before from_day if it was ended on the day it began.';
COMMENT ON COLUMN quality_exemption.village_code IS 'Goes along when the record moves to another household.';

-- No foreign key to household: inserting would lock its row against the very change being checked.
CREATE TABLE quality_finding (
  county_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  village_code text COLLATE "C" NOT NULL,
  household_id uuid NOT NULL,
  rule_id text NOT NULL,
  level text NOT NULL,
  subject text NOT NULL,
  subject_id uuid NOT NULL,
  fields text[] NOT NULL,
  sentence text NOT NULL,
  details jsonb NOT NULL,
  found_on date NOT NULL,
  explained_reason text,
  explained_by uuid,
  explained_at timestamptz,
  explained_request uuid,
  exemption_id uuid,
  exempted_until date,
  CONSTRAINT quality_finding_pkey PRIMARY KEY (county_code, id),
  CONSTRAINT quality_finding_county_shape CHECK (length(county_code) = 6),
  CONSTRAINT quality_finding_village_in_county
    CHECK (length(village_code) = 12 AND left(village_code, 6) = county_code),
  CONSTRAINT quality_finding_rule_shape CHECK (rule_id ~ '^R\d{3}$'),
  CONSTRAINT quality_finding_level_known CHECK (level IN ('E', 'W', 'I')),
  CONSTRAINT quality_finding_subject_known CHECK (subject IN ('household', 'person', 'survey')),
  CONSTRAINT quality_finding_explained_whole CHECK (
    (explained_reason IS NULL) = (explained_by IS NULL)
    AND (explained_reason IS NULL) = (explained_at IS NULL)
  ),
  CONSTRAINT quality_finding_exempted_whole CHECK ((exemption_id IS NULL) = (exempted_until IS NULL))
);
SELECT app_distribute('quality_finding', 'county_code', 'household');
CREATE INDEX quality_finding_household ON quality_finding (county_code, household_id);
CREATE INDEX quality_finding_subject ON quality_finding (county_code, subject_id);
CREATE INDEX quality_finding_village ON quality_finding (village_code, rule_id);
ALTER TABLE quality_finding ENABLE ROW LEVEL SECURITY;
ALTER TABLE quality_finding FORCE ROW LEVEL SECURITY;
CREATE POLICY quality_finding_scope ON quality_finding
  USING (village_code >= app_region_from() AND village_code < app_region_to())
  WITH CHECK (village_code >= app_region_from() AND village_code < app_region_to());
GRANT SELECT, INSERT, UPDATE, DELETE ON quality_finding TO mingbai_app;
COMMENT ON TABLE quality_finding IS 'What the data rules find wrong with the register as it is now. Derived: rewritten whenever a household changes or is checked again. The same fault keeps its id, and with it its explanation.';
COMMENT ON COLUMN quality_finding.sentence IS 'Which of the rule''s sentences says it, in the message file quality; details fill it in. Neither holds a name or a document number.';
COMMENT ON COLUMN quality_finding.exempted_until IS 'Last day of the exemption; infinity for one without an end.';

-- Workers of several households with one phone (R015) are found by its keyed hash.
CREATE INDEX person_phone ON person (county_code, phone_hash) WHERE phone_hash IS NOT NULL;
