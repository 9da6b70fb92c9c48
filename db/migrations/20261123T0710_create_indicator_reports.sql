-- What departments report of indicators that the register does not know. Reports are about regions, never about households,
-- and policy is public, so there is no row-level security here; who may report is the application's to decide.

CREATE TABLE indicator_report (
  id uuid CONSTRAINT indicator_report_pkey PRIMARY KEY,
  region_code text COLLATE "C" NOT NULL
    CONSTRAINT indicator_report_region_shape CHECK (region_code ~ '^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})?$'),
  pack_id text NOT NULL,
  indicator_id text NOT NULL,
  period text NOT NULL
    CONSTRAINT indicator_report_period_shape CHECK (period ~ '^\d{4}(-(H[12]|Q[1-4]|(0[1-9]|1[0-2])))?$'),
  period_end date NOT NULL,
  value double precision NOT NULL
    CONSTRAINT indicator_report_value_range CHECK (value BETWEEN -1e15 AND 1e15),
  department text NOT NULL,
  evidence text NOT NULL CONSTRAINT indicator_report_evidence_shape CHECK (length(evidence) BETWEEN 2 AND 500),
  request_id uuid NOT NULL CONSTRAINT indicator_report_request_key UNIQUE,
  reported_by uuid NOT NULL,
  reported_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'inForce'
    CONSTRAINT indicator_report_state_known CHECK (state IN ('inForce', 'replaced', 'withdrawn')),
  ended_by uuid,
  ended_at timestamptz,
  ended_because text,
  CONSTRAINT indicator_report_ended_whole CHECK (
    CASE WHEN state = 'inForce' THEN num_nonnulls(ended_by, ended_at, ended_because) = 0
         ELSE num_nulls(ended_by, ended_at, ended_because) = 0 END)
);
SELECT app_distribute('indicator_report', NULL);
CREATE UNIQUE INDEX indicator_report_in_force_key
  ON indicator_report (region_code, pack_id, indicator_id, period) WHERE state = 'inForce';
GRANT SELECT, INSERT, UPDATE ON indicator_report TO mingbai_app;
COMMENT ON TABLE indicator_report IS 'A value of an indicator for a region and a period, reported by a department with its evidence. Corrected by another report, withdrawn with a reason, never deleted.';
COMMENT ON COLUMN indicator_report.value IS 'In the unit of the indicator: yuan, percent before the sign, 1 for done.';
COMMENT ON COLUMN indicator_report.period_end IS 'Last day of the period; the latest period that has a report in force gives the value of the day.';
