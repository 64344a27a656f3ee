-- Mails carry links that let their reader in: the console's role knows of each who was told what and when, and not what it says.
revoke select on outbox from nm_console;
grant select (id, channel, recipient, notice_id, project_id, template, subject, state, attempts, last_error, last_status, taken_as, batch_id, due_at,
  created_at, sent_at) on outbox to nm_console;
comment on column outbox.body is 'What it says, with the links that serve its reader alone; told by the API, which masks them where a mail service sends.';
