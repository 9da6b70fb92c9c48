-- Sessions that are over are removed after a month (accounts/server/prune-sessions.ts); until now they stayed for ever.

GRANT DELETE ON session TO mingbai_app;
