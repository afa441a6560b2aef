-- What a member is told in the product. dedupe_key: the same event never tells the same person twice.
CREATE TABLE notice (
  notice_id  VARCHAR(64)  NOT NULL PRIMARY KEY,
  username   VARCHAR(64)  NOT NULL,
  kind       VARCHAR(40)  NOT NULL,
  sentence   VARCHAR(300) NOT NULL,
  note       VARCHAR(500),
  href       VARCHAR(300) NOT NULL,
  dedupe_key VARCHAR(190) NOT NULL,
  created_at DATETIME(3)  NOT NULL,
  read_at    DATETIME(3)
);
CREATE UNIQUE INDEX notice_once ON notice (username, dedupe_key);
CREATE INDEX notice_page ON notice (username, created_at, notice_id);
CREATE INDEX notice_unread ON notice (username, read_at);
CREATE INDEX notice_old ON notice (read_at);

-- How a member wants to be told. No row: in the product only.
CREATE TABLE notice_preference (
  username    VARCHAR(64) NOT NULL PRIMARY KEY,
  email       VARCHAR(254),
  daily_mail  BOOLEAN     NOT NULL,
  weekly_mail BOOLEAN     NOT NULL,
  quiet_from  TIME        NOT NULL,
  quiet_to    TIME        NOT NULL,
  changed_at  DATETIME(3) NOT NULL
);

-- Kinds of notices a member does not want.
CREATE TABLE notice_muted (
  username VARCHAR(64) NOT NULL,
  kind     VARCHAR(40) NOT NULL,
  PRIMARY KEY (username, kind)
);

-- One mail per member and day. Written with the decision to send, before anything is sent: a crash in between sends nothing twice.
-- state: sending, sent, failed, nothing (there was nothing to say)
CREATE TABLE digest_sent (
  username  VARCHAR(64) NOT NULL,
  sent_for  DATE        NOT NULL,
  weekly    BOOLEAN     NOT NULL,
  state     VARCHAR(16) NOT NULL,
  attempts  INT         NOT NULL,
  tried_at  DATETIME(3) NOT NULL,
  failure   VARCHAR(200),
  PRIMARY KEY (username, sent_for)
);
CREATE INDEX digest_sent_state ON digest_sent (state, tried_at);

-- An office's steps on the first working day of a week, to say how they have changed.
CREATE TABLE weekly_count (
  office_id     VARCHAR(64) NOT NULL,
  counted_on    DATE        NOT NULL,
  open_steps    INT         NOT NULL,
  overdue       INT         NOT NULL,
  due_this_week INT         NOT NULL,
  PRIMARY KEY (office_id, counted_on)
);
