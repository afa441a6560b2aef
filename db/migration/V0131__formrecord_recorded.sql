-- Published by the form records: who did a step, and for whom when a deputy did it.
CREATE VIEW recorded_step AS
  SELECT task_id AS recorded_task, recorded_by, recorded_for FROM form_record;
