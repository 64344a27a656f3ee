-- A job that goes on with what a person began names them as the one it acts for: their values are looked for there as well.
create index audit_logs_on_behalf on audit_logs (on_behalf_of) where on_behalf_of is not null;
