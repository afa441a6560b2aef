-- What the scenarios said when a draft was proposed: how many passed, which took another path, in words.
CREATE TABLE studio_rehearsal (
  publication_id VARCHAR(36)  NOT NULL PRIMARY KEY,
  played_at      DATETIME(3)  NOT NULL,
  passed         INT          NOT NULL,
  changed        INT          NOT NULL,
  stuck          INT          NOT NULL,
  not_played     INT          NOT NULL,
  note           VARCHAR(500),
  results        LONGTEXT     NOT NULL
);
