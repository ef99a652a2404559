-- What was shared with a team outlives it, as its owner's: the team is removed after that is so, and no row goes along with it unseen.
alter table ticket_views
  drop constraint ticket_views_team_id_fkey,
  add constraint ticket_views_team_id_fkey foreign key (team_id) references teams;
alter table macros
  drop constraint macros_team_id_fkey,
  add constraint macros_team_id_fkey foreign key (team_id) references teams;
