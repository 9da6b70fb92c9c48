-- Every request enters its scope, so that each step of it counts.

-- Sets the scope for the rest of the transaction. Citus hands SET LOCAL on to its workers, but not
-- set_config(); where Citus is not loaded, set_config() means the same at a fraction of the cost.
CREATE OR REPLACE FUNCTION app_enter_scope(region_from text, region_to text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  entered text;
BEGIN
  IF current_setting('citus.propagate_set_commands', true) IS NULL THEN
    entered := set_config('app.region_from', region_from, true);
    entered := set_config('app.region_to', region_to, true);
  ELSE
    EXECUTE format('SET LOCAL app.region_from = %L', region_from);
    EXECUTE format('SET LOCAL app.region_to = %L', region_to);
  END IF;
END
$$;

-- Finds the session of a token, enters the scope of its posting and says who it is, as before, but
-- as one query without a language around it: declared STABLE, it becomes a part of the query that
-- asks for it and is planned once a connection. The scope is set in an inner query, for a row that
-- has met every condition; what sets something is never moved out of there or left away. On Citus
-- the function stays as it was, because SET LOCAL is no part of a query.
DO $migration$
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
    RETURN;
  END IF;
  CREATE OR REPLACE FUNCTION app_enter(token bytea, at timestamptz, day date)
  RETURNS TABLE (
    session_id uuid, account_id uuid, user_name text, display_name text, must_change_password boolean,
    posting_id uuid, role text, region_code text, second_factor_at timestamptz, last_seen_at timestamptz
  ) LANGUAGE sql STABLE AS $function$
    SELECT found.session_id, found.account_id, found.user_name, found.display_name, found.must_change_password,
           found.posting_id, found.role, found.region_code, found.second_factor_at, found.last_seen_at
      FROM (
        SELECT s.id AS session_id, a.id AS account_id, a.user_name, a.display_name, a.must_change_password,
               p.id AS posting_id, p.role, p.region_code, s.second_factor_at, s.last_seen_at,
               set_config('app.region_from',
                 CASE WHEN NOT coalesce(p.sees_register, false) THEN '~' WHEN p.region_code = '' THEN '0' ELSE p.region_code END,
                 true) AS entered_from,
               set_config('app.region_to',
                 CASE WHEN coalesce(p.sees_register, false) THEN p.region_code || ':' ELSE '~' END,
                 true) AS entered_to
          FROM session s
          JOIN account a ON a.id = s.account_id AND a.status = 'active'
          LEFT JOIN posting p ON p.id = s.posting_id AND p.account_id = a.id
            AND p.from_day <= day AND (p.until_day IS NULL OR p.until_day >= day)
         WHERE s.token_hash = token AND NOT s.awaits_second_factor AND s.ended_at IS NULL AND s.ends_at > at
           AND s.last_seen_at > at - interval '30 minutes'
      ) AS found
     WHERE found.entered_from IS NOT NULL AND found.entered_to IS NOT NULL
  $function$;
END
$migration$;
