-- What a next version may do to the schema while replicas of this one are at work.
alter table app add column next_plan text not null default 'none';
alter table job add column next_note text;
create index next_app_name on app (name);
create table next_thing (id uuid primary key, app_id varchar not null references app on delete cascade);
alter table next_thing enable row level security;
alter table next_thing force row level security;
