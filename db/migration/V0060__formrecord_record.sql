-- Every completed step leaves its whole answer here, once.
CREATE TABLE form_record (
  record_id       VARCHAR(64)  NOT NULL PRIMARY KEY,
  task_id         VARCHAR(64)  NOT NULL,
  business_key    VARCHAR(64)  NOT NULL,
  municipality_id VARCHAR(64)  NOT NULL,
  process_key     VARCHAR(100) NOT NULL,
  step            VARCHAR(100) NOT NULL,
  form_key        VARCHAR(255) NOT NULL,
  form_version    VARCHAR(64)  NOT NULL,
  answer          LONGTEXT     NOT NULL,
  recorded_by     VARCHAR(64)  NOT NULL,
  recorded_at     DATETIME(3)  NOT NULL,
  CONSTRAINT form_record_task UNIQUE (task_id)
);
CREATE INDEX form_record_key ON form_record (business_key, step, recorded_at);

-- What someone is typing; survives time-out, back button, crash and sign-out.
CREATE TABLE form_draft (
  task_id  VARCHAR(64) NOT NULL,
  username VARCHAR(64) NOT NULL,
  content  LONGTEXT    NOT NULL,
  saved_at DATETIME(3) NOT NULL,
  PRIMARY KEY (task_id, username)
);
