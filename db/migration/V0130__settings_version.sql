-- Every version of a file of settings: shared by all (municipality_id empty) or a municipality's own. Never changed, never deleted.
CREATE TABLE settings_version (
  version_id      VARCHAR(64)  NOT NULL PRIMARY KEY,
  municipality_id VARCHAR(64)  NOT NULL,
  name            VARCHAR(120) NOT NULL,
  version_no      INT          NOT NULL,
  title           VARCHAR(100) NOT NULL,
  content         LONGTEXT     NOT NULL,
  shipped         BOOLEAN      NOT NULL,
  published_at    DATETIME(3)  NOT NULL
);
CREATE UNIQUE INDEX settings_version_place ON settings_version (municipality_id, name, version_no);
