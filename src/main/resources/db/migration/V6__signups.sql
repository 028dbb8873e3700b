-- Whether visitors may sign themselves up through the app.
alter table app
    add column self_sign_up boolean not null default false;

-- Users whose code Cognito is being asked about and who have not got the app's default groups yet: a row stands from before
-- the question until the groups are there, so that a repeat can finish what was broken off between the two.
create table sign_up_confirmation (
    app_id   text        not null references app (id) on delete cascade,
    sub      text        not null,
    begun_at timestamptz not null,
    primary key (app_id, sub)
);

create index sign_up_confirmation_begun_at on sign_up_confirmation (begun_at);

alter table sign_up_confirmation enable row level security;
alter table sign_up_confirmation force row level security;
create policy sign_up_confirmation_rows on sign_up_confirmation
    using (app_id = current_setting('connector.app', true)
           or current_setting('connector.app', true) = '*');
