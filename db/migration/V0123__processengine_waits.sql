-- Where cases stand still without a step: waiting for a day or for a message at a place that the process has reached.
CREATE VIEW open_wait AS
  SELECT p.BUSINESS_KEY_ AS business_key, 'timer' AS kind, j.DUEDATE_ AS until_at, '' AS activity_id
  FROM ACT_RU_JOB j JOIN ACT_RU_EXECUTION p ON p.ID_ = j.PROCESS_INSTANCE_ID_
  WHERE j.TYPE_ = 'timer' AND j.RETRIES_ > 0
  UNION ALL
  SELECT p.BUSINESS_KEY_, 'message', NULL, s.ACTIVITY_ID_
  FROM ACT_RU_EVENT_SUBSCR s JOIN ACT_RU_EXECUTION e ON e.ID_ = s.EXECUTION_ID_ AND e.ACT_ID_ = s.ACTIVITY_ID_
  JOIN ACT_RU_EXECUTION p ON p.ID_ = e.PROC_INST_ID_
  WHERE s.EVENT_TYPE_ = 'message';

-- Timers and jobs that the engine has given up after all retries.
CREATE VIEW failed_job AS
  SELECT p.BUSINESS_KEY_ AS business_key, j.ID_ AS job_id
  FROM ACT_RU_JOB j JOIN ACT_RU_EXECUTION p ON p.ID_ = j.PROCESS_INSTANCE_ID_
  WHERE j.RETRIES_ = 0;
