-- Steps handed over together by someone who leads; what became of each, and whether it was taken back.
CREATE TABLE reassignment (
  reassignment_id VARCHAR(36) NOT NULL PRIMARY KEY,
  municipality_id VARCHAR(64) NOT NULL,
  made_by         VARCHAR(64) NOT NULL,
  made_at         DATETIME(3) NOT NULL,
  undone_at       DATETIME(3)
);
CREATE INDEX reassignment_by ON reassignment (made_by, made_at);

CREATE TABLE reassignment_item (
  reassignment_id VARCHAR(36)  NOT NULL,
  item_no         INT          NOT NULL,
  task_id         VARCHAR(64)  NOT NULL,
  business_key    VARCHAR(64)  NOT NULL,
  name            VARCHAR(200) NOT NULL,
  from_user       VARCHAR(64),
  to_user         VARCHAR(64)  NOT NULL,
  refused         VARCHAR(300),
  undo_refused    VARCHAR(300),
  PRIMARY KEY (reassignment_id, item_no)
);

-- A day on which someone looks at a case again that has no step with a date.
CREATE TABLE case_follow_up (
  case_no    VARCHAR(20)  NOT NULL PRIMARY KEY,
  follow_on  DATE         NOT NULL,
  what       VARCHAR(200) NOT NULL,
  set_by     VARCHAR(64)  NOT NULL,
  set_at     DATETIME(3)  NOT NULL
);

-- How many cases a member can carry: a head of staff in a section with a reduced load carries fewer.
CREATE TABLE member_capacity (
  username VARCHAR(64) NOT NULL PRIMARY KEY,
  cases    INT         NOT NULL,
  note     VARCHAR(100) NOT NULL
);

-- A view of the board that someone gave a name to.
CREATE TABLE oversight_view (
  view_id    VARCHAR(36)   NOT NULL PRIMARY KEY,
  username   VARCHAR(64)   NOT NULL,
  name       VARCHAR(60)   NOT NULL,
  address    VARCHAR(1000) NOT NULL,
  created_at DATETIME(3)   NOT NULL
);
CREATE INDEX oversight_view_user ON oversight_view (username, created_at);
