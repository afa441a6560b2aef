-- Who saw and changed what, when and from where. The application only inserts and selects; the run-time database user
-- should have no UPDATE and DELETE here.
CREATE TABLE audit_log (
  audit_id VARCHAR(36) NOT NULL,
  happened_at DATETIME(3) NOT NULL,
  kind VARCHAR(10) NOT NULL,
  action VARCHAR(60) NOT NULL,
  username VARCHAR(50),
  display_name VARCHAR(100),
  role_name VARCHAR(200),
  office_name VARCHAR(200),
  municipality_id VARCHAR(40),
  case_no VARCHAR(40),
  detail VARCHAR(500) NOT NULL,
  address VARCHAR(64),
  request_id VARCHAR(36),
  CONSTRAINT audit_log_pk PRIMARY KEY (audit_id)
);
CREATE INDEX audit_log_ix1 ON audit_log (municipality_id, happened_at, audit_id);
CREATE INDEX audit_log_ix2 ON audit_log (municipality_id, case_no, happened_at);
CREATE INDEX audit_log_ix3 ON audit_log (municipality_id, username, happened_at);
