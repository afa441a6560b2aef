-- The past is drawn up day by day for all offices at once.
CREATE INDEX finished_step_done ON finished_step (done_at);
