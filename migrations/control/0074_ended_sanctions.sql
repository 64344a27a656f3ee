-- Sanctions that ended by themselves: few, where most are lifted.
create index suspensions_ended on suspensions (id desc) where lifted_at is null and ends_at is not null or ends_at <= lifted_at;
