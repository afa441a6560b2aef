-- How far the figures of the past have been drawn up: the last day or week that is complete.
CREATE TABLE oversight_drawn (
  figures    VARCHAR(20) NOT NULL PRIMARY KEY,
  drawn_upto DATE        NOT NULL
);

-- Finished steps by day and by how many working days they took; the source of medians.
CREATE TABLE step_day (
  done_on        DATE         NOT NULL,
  lead_office_id VARCHAR(64)  NOT NULL,
  process_key    VARCHAR(100) NOT NULL,
  definition_id  VARCHAR(64)  NOT NULL,
  step           VARCHAR(100) NOT NULL,
  open_days      INT          NOT NULL,
  done           INT          NOT NULL,
  late           INT          NOT NULL,
  PRIMARY KEY (lead_office_id, done_on, step, definition_id, open_days, process_key)
);

-- What was open and late at the end of each week (Sunday).
CREATE TABLE backlog_week (
  week_end       DATE         NOT NULL,
  lead_office_id VARCHAR(64)  NOT NULL,
  process_key    VARCHAR(100) NOT NULL,
  step           VARCHAR(100) NOT NULL,
  open_steps     INT          NOT NULL,
  late_steps     INT          NOT NULL,
  PRIMARY KEY (lead_office_id, week_end, process_key, step)
);

-- From which age a step usually becomes late in an office, by its own history; made anew every morning.
CREATE TABLE step_risk (
  lead_office_id VARCHAR(64)  NOT NULL,
  step           VARCHAR(100) NOT NULL,
  open_days      INT          NOT NULL,
  reached        INT          NOT NULL,
  became_late    INT          NOT NULL,
  created_before DATETIME(3)  NOT NULL,
  PRIMARY KEY (lead_office_id, step)
);
