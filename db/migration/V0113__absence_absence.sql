-- A member is away from a first to a last day, both included. An end that came early has cut the last day; a cancelled one never was.
CREATE TABLE absence (
  absence_id      VARCHAR(36) NOT NULL PRIMARY KEY,
  municipality_id VARCHAR(40) NOT NULL,
  username        VARCHAR(50) NOT NULL,
  kind            VARCHAR(20) NOT NULL,
  first_day       DATE        NOT NULL,
  last_day        DATE        NOT NULL,
  cancelled       BOOLEAN     NOT NULL,
  registered_by   VARCHAR(50) NOT NULL,
  registered_at   DATETIME(3) NOT NULL,
  version         INT         NOT NULL
);
CREATE INDEX absence_of_member ON absence (username, last_day, first_day);
CREATE INDEX absence_of_municipality ON absence (municipality_id, last_day, first_day);

-- Who stands in for one role in one office; nobody where the deputy is null.
CREATE TABLE absence_deputy (
  absence_id VARCHAR(36) NOT NULL,
  office_id  VARCHAR(40) NOT NULL,
  role       VARCHAR(40) NOT NULL,
  deputy     VARCHAR(50),
  PRIMARY KEY (absence_id, office_id, role),
  CONSTRAINT absence_deputy_absence FOREIGN KEY (absence_id) REFERENCES absence (absence_id)
);
CREATE INDEX absence_deputy_member ON absence_deputy (deputy, absence_id);

-- One row a member, locked while an absence of that member is written: two at once cannot overlap.
CREATE TABLE absence_turn (
  username VARCHAR(50) NOT NULL PRIMARY KEY,
  turns    INT         NOT NULL
);

-- Published: who is away when, to the true last day, and how many roles are covered.
CREATE VIEW absence_period AS
  SELECT a.absence_id, a.username, a.municipality_id, a.first_day, a.last_day,
         (SELECT COUNT(d.deputy) FROM absence_deputy d WHERE d.absence_id = a.absence_id) AS deputies
  FROM absence a WHERE a.cancelled = FALSE;
