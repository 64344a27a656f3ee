-- Run by nm_jobs, the owner of the queue: actions may add to it by this function and touch nothing else of it.
create function jobs.enqueue(task text, payload json, run_at timestamptz, job_key text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(
    identifier => task, payload => payload, run_at => run_at, job_key => job_key, job_key_mode => 'replace', max_attempts => 12
  );
end $$;
comment on function jobs.enqueue is 'Adds a job in the caller''s transaction; with a key, it takes the place of a waiting one of that key.';
revoke all on function jobs.enqueue from public;
grant usage on schema jobs to nm_api;
grant execute on function jobs.enqueue to nm_api;
