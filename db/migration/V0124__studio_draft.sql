-- Models that are being changed together. Nothing of it is in force before it is published.
CREATE TABLE studio_draft (
  draft_id        VARCHAR(36)  NOT NULL PRIMARY KEY,
  municipality_id VARCHAR(64)  NOT NULL,
  title           VARCHAR(100) NOT NULL,
  status          VARCHAR(20)  NOT NULL,
  created_by      VARCHAR(64)  NOT NULL,
  created_at      DATETIME(3)  NOT NULL,
  changed_by      VARCHAR(64)  NOT NULL,
  changed_at      DATETIME(3)  NOT NULL,
  editor          VARCHAR(64),
  editor_since    DATETIME(3)
);
CREATE INDEX studio_draft_place ON studio_draft (municipality_id, status, changed_at);

-- A file of a draft: what it was when the draft took it from what is published, and what it is now.
CREATE TABLE studio_file (
  file_id    VARCHAR(36)  NOT NULL PRIMARY KEY,
  draft_id   VARCHAR(36)  NOT NULL,
  name       VARCHAR(200) NOT NULL,
  content    LONGTEXT     NOT NULL,
  base       LONGTEXT,
  version    INT          NOT NULL,
  changed_by VARCHAR(64)  NOT NULL,
  changed_at DATETIME(3)  NOT NULL
);
CREATE UNIQUE INDEX studio_file_name ON studio_file (draft_id, name);

-- What colleagues say to each other about a draft.
CREATE TABLE studio_comment (
  comment_id VARCHAR(36)   NOT NULL PRIMARY KEY,
  draft_id   VARCHAR(36)   NOT NULL,
  about      VARCHAR(200),
  text       VARCHAR(1000) NOT NULL,
  written_by VARCHAR(64)   NOT NULL,
  written_at DATETIME(3)   NOT NULL
);
CREATE INDEX studio_comment_draft ON studio_comment (draft_id, written_at);
