-- Roles, the scope of a request, accounts and postings, acts and the change log: what every feature stands on.
-- The SQL floor is PostgreSQL 15; nothing here needs an extension.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mingbai_app') THEN
    CREATE ROLE mingbai_app LOGIN;
  END IF;
END
$$;

GRANT USAGE ON SCHEMA public TO mingbai_app;
GRANT mingbai_app TO CURRENT_USER;

CREATE TABLE app_distribution (
  rel text CONSTRAINT app_distribution_pkey PRIMARY KEY,
  kind text NOT NULL CONSTRAINT app_distribution_kind_known CHECK (kind IN ('distributed', 'reference')),
  col text,
  grp text
);
COMMENT ON TABLE app_distribution IS 'How each table is spread on Citus: by which column, in which group, or copied to every node.';

-- Says how a table is spread. On plain PostgreSQL it only takes note; on Citus it does it.
CREATE FUNCTION app_distribute(rel text, col text, colocate text DEFAULT NULL) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  spread text := CASE WHEN col IS NULL THEN 'reference' ELSE 'distributed' END;
  colocation text := CASE WHEN col IS NULL THEN NULL
    ELSE coalesce((SELECT d.grp FROM app_distribution d WHERE d.rel = colocate), colocate, rel) END;
BEGIN
  INSERT INTO app_distribution VALUES (rel, spread, col, colocation)
    ON CONFLICT ON CONSTRAINT app_distribution_pkey DO NOTHING;
  IF NOT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
    RETURN 'plain';
  END IF;
  IF col IS NULL THEN
    EXECUTE format('SELECT create_reference_table(%L)', rel);
  ELSE
    EXECUTE format('SELECT create_distributed_table(%L, %L, colocate_with => %L)', rel, col, coalesce(colocate, 'none'));
  END IF;
  RETURN spread;
END
$$;

-- The scope of a request is a range of village codes. Without one nothing is visible:
-- '~' sorts after every code, so an unset scope is an empty range.
CREATE FUNCTION app_region_from() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(nullif(current_setting('app.region_from', true), ''), '~');
CREATE FUNCTION app_region_to() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(nullif(current_setting('app.region_to', true), ''), '~');

-- Sets the scope for the rest of the transaction. SET LOCAL, not set_config(), reaches Citus' workers.
CREATE FUNCTION app_enter_scope(region_from text, region_to text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('SET LOCAL app.region_from = %L', region_from);
  EXECUTE format('SET LOCAL app.region_to = %L', region_to);
END
$$;

CREATE TABLE account (
  id uuid CONSTRAINT account_pkey PRIMARY KEY,
  user_name text NOT NULL CONSTRAINT account_user_name_key UNIQUE
    CONSTRAINT account_user_name_shape CHECK (user_name ~ '^[a-z][a-z0-9._-]{2,39}$'),
  display_name text NOT NULL CONSTRAINT account_display_name_shape CHECK (length(display_name) BETWEEN 1 AND 60),
  region_code text COLLATE "C" NOT NULL DEFAULT ''
    CONSTRAINT account_region_shape CHECK (region_code ~ '^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})?$'),
  password_hash text,
  password_changed_at timestamptz,
  must_change_password boolean NOT NULL DEFAULT true,
  totp_secret_sealed bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  failed_attempts smallint NOT NULL DEFAULT 0,
  locked_until timestamptz,
  status text NOT NULL DEFAULT 'active' CONSTRAINT account_status_known CHECK (status IN ('active', 'disabled')),
  demonstration boolean NOT NULL DEFAULT false,
  created_by uuid,
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE account IS 'A person who may sign in. What the person may do comes from postings, never from the account.';
COMMENT ON COLUMN account.region_code IS 'The office that the person works for: whose administrators look after the account.';
COMMENT ON COLUMN account.demonstration IS 'Has a password that everybody knows; disabled when the product starts without its demonstration.';

CREATE TABLE posting (
  id uuid CONSTRAINT posting_pkey PRIMARY KEY,
  account_id uuid NOT NULL CONSTRAINT posting_account_fkey REFERENCES account (id),
  role text NOT NULL,
  region_code text COLLATE "C" NOT NULL CONSTRAINT posting_region_shape CHECK (region_code ~ '^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})?$'),
  sees_register boolean NOT NULL,
  from_day date NOT NULL,
  until_day date,
  granted_by uuid,
  granted_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT posting_days_in_order CHECK (until_day IS NULL OR until_day >= from_day - 1)
);
CREATE INDEX posting_account_idx ON posting (account_id);
COMMENT ON TABLE posting IS 'An account holds a role at a region from a day until a day. Ended by a date, never deleted.';
COMMENT ON COLUMN posting.until_day IS 'Last day in force; null without an end; the day before from_day if it was ended before it began.';

CREATE TABLE session (
  id uuid CONSTRAINT session_pkey PRIMARY KEY,
  token_hash bytea NOT NULL CONSTRAINT session_token_hash_key UNIQUE,
  account_id uuid NOT NULL CONSTRAINT session_account_fkey REFERENCES account (id),
  posting_id uuid CONSTRAINT session_posting_fkey REFERENCES posting (id),
  device text NOT NULL,
  started_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  ended_at timestamptz,
  awaits_second_factor boolean NOT NULL DEFAULT false,
  second_factor_at timestamptz
);
CREATE INDEX session_account_idx ON session (account_id, started_at DESC);
COMMENT ON TABLE session IS 'A signed-in browser. Only a hash of its token is kept; ending it takes effect at the next request.';
COMMENT ON COLUMN session.awaits_second_factor IS 'The password was right and the code is still owed. Such a row never becomes a session: the code starts a new one.';

-- Finds the session of a token, enters the scope of its posting and says who it is, in one round trip.
-- It writes nothing, so that reading requests can run in a read-only transaction.
-- No row means: not signed in, or not yet signed in with the second factor. Idle sessions end after 30 minutes, all after ends_at.
CREATE FUNCTION app_enter(token bytea, at timestamptz, day date)
RETURNS TABLE (
  session_id uuid, account_id uuid, user_name text, display_name text, must_change_password boolean,
  posting_id uuid, role text, region_code text, second_factor_at timestamptz, last_seen_at timestamptz
) LANGUAGE plpgsql AS $$
DECLARE
  found_session record;
BEGIN
  SELECT s.id AS session_id, s.last_seen_at, s.second_factor_at, a.id AS account_id, a.user_name, a.display_name,
         a.must_change_password, p.id AS posting_id, p.role, p.region_code, p.sees_register
    INTO found_session
    FROM session s
    JOIN account a ON a.id = s.account_id AND a.status = 'active'
    LEFT JOIN posting p ON p.id = s.posting_id AND p.account_id = a.id
      AND p.from_day <= day AND (p.until_day IS NULL OR p.until_day >= day)
   WHERE s.token_hash = token AND NOT s.awaits_second_factor AND s.ended_at IS NULL AND s.ends_at > at AND s.last_seen_at > at - interval '30 minutes';
  IF NOT FOUND THEN
    RETURN;
  END IF;
  IF coalesce(found_session.sees_register, false) THEN
    PERFORM app_enter_scope(
      CASE WHEN found_session.region_code = '' THEN '0' ELSE found_session.region_code END,
      found_session.region_code || ':');
  ELSE
    PERFORM app_enter_scope('~', '~');
  END IF;
  RETURN QUERY SELECT found_session.session_id, found_session.account_id, found_session.user_name,
    found_session.display_name, found_session.must_change_password, found_session.posting_id, found_session.role,
    found_session.region_code, found_session.second_factor_at, found_session.last_seen_at;
END
$$;

CREATE TABLE act (
  county_code text COLLATE "C" NOT NULL CONSTRAINT act_county_code_shape CHECK (length(county_code) = 6),
  id uuid NOT NULL,
  village_code text COLLATE "C" NOT NULL,
  household_id uuid,
  kind text NOT NULL,
  subject text NOT NULL,
  subject_id uuid NOT NULL,
  request_id uuid NOT NULL,
  ordinal integer NOT NULL,
  account_id uuid NOT NULL,
  posting_id uuid,
  device text,
  happened_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  reason text,
  before jsonb,
  after jsonb,
  batch_id uuid,
  batch_row integer,
  leaf_hash bytea NOT NULL,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  CONSTRAINT act_pkey PRIMARY KEY (county_code, id),
  CONSTRAINT act_request_key UNIQUE (county_code, request_id, ordinal)
);
SELECT app_distribute('act', 'county_code', 'household');
CREATE INDEX act_household_idx ON act (county_code, household_id);
CREATE INDEX act_xid_idx ON act (xid);
ALTER TABLE act ENABLE ROW LEVEL SECURITY;
ALTER TABLE act FORCE ROW LEVEL SECURITY;
CREATE POLICY act_scope ON act
  USING (village_code >= app_region_from() AND village_code < app_region_to())
  WITH CHECK (village_code >= app_region_from() AND village_code < app_region_to());
GRANT SELECT, INSERT ON act TO mingbai_app;
COMMENT ON TABLE act IS 'Append-only. Every change of the register: who, where, when, why, before and after. Nobody, the application included, rewrites an act.';

CREATE TABLE audit_event (
  id uuid CONSTRAINT audit_event_pkey PRIMARY KEY,
  at timestamptz NOT NULL,
  account_id uuid,
  posting_id uuid,
  kind text NOT NULL,
  region_code text COLLATE "C",
  subject text,
  subject_id text,
  purpose text,
  detail jsonb,
  leaf_hash bytea NOT NULL,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX audit_event_at_idx ON audit_event (at DESC, id);
CREATE INDEX audit_event_account_idx ON audit_event (account_id, at DESC);
CREATE INDEX audit_event_xid_idx ON audit_event (xid);
GRANT SELECT, INSERT ON audit_event TO mingbai_app;
COMMENT ON TABLE audit_event IS 'Append-only. What was looked at, exported, granted, refused, and every sign-in; written in the same transaction as what it tells of.';

CREATE TABLE change_log (
  id uuid CONSTRAINT change_log_pkey PRIMARY KEY,
  at timestamptz NOT NULL,
  county_code text COLLATE "C",
  household_id uuid,
  batch_id uuid,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  CONSTRAINT change_log_names_something CHECK (household_id IS NOT NULL OR batch_id IS NOT NULL)
);
CREATE INDEX change_log_xid_idx ON change_log (xid);
GRANT SELECT, INSERT, DELETE ON change_log TO mingbai_app;
COMMENT ON TABLE change_log IS 'The outbox: which households (or which batch) changed, for the facts and others who follow. Rows older than a week are pruned.';

GRANT SELECT, INSERT, UPDATE ON account, posting, session TO mingbai_app;
GRANT SELECT ON app_distribution TO mingbai_app;
