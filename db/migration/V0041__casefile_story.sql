CREATE TABLE case_event (
  event_no BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  case_no VARCHAR(20) NOT NULL,
  happened_at DATETIME(3) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  step VARCHAR(60),
  title VARCHAR(300) NOT NULL,
  summary LONGTEXT,
  data_class VARCHAR(20) NOT NULL,
  details LONGTEXT,
  contact_method VARCHAR(20),
  contact_minutes INT,
  by_user VARCHAR(100) NOT NULL,
  record_id VARCHAR(60),
  milestone BOOLEAN NOT NULL,
  CONSTRAINT case_event_case FOREIGN KEY (case_no) REFERENCES support_case (case_no)
);
CREATE INDEX case_event_timeline ON case_event (case_no, happened_at, event_no);
CREATE INDEX case_event_steps ON case_event (case_no, step, happened_at);

CREATE TABLE case_document (
  document_id VARCHAR(36) NOT NULL PRIMARY KEY,
  case_no VARCHAR(20) NOT NULL,
  file_name VARCHAR(200) NOT NULL,
  content_type VARCHAR(100) NOT NULL,
  size_bytes BIGINT NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  stored_as VARCHAR(100) NOT NULL,
  data_class VARCHAR(20) NOT NULL,
  uploaded_by VARCHAR(100) NOT NULL,
  uploaded_at DATETIME(3) NOT NULL,
  CONSTRAINT case_document_case FOREIGN KEY (case_no) REFERENCES support_case (case_no)
);
CREATE INDEX case_document_of_case ON case_document (case_no, uploaded_at);

CREATE TABLE household_member (
  member_id VARCHAR(36) NOT NULL PRIMARY KEY,
  person_id VARCHAR(36) NOT NULL,
  name VARCHAR(100) NOT NULL,
  relation VARCHAR(40) NOT NULL,
  birth_date DATE,
  living_together BOOLEAN NOT NULL,
  note VARCHAR(300),
  added_at DATETIME(3) NOT NULL,
  CONSTRAINT household_member_person FOREIGN KEY (person_id) REFERENCES person (person_id)
);
CREATE INDEX household_member_of ON household_member (person_id, added_at);

CREATE TABLE case_agency (
  agency_id VARCHAR(36) NOT NULL PRIMARY KEY,
  case_no VARCHAR(20) NOT NULL,
  name VARCHAR(100) NOT NULL,
  purpose VARCHAR(100),
  contact_person VARCHAR(100),
  phone VARCHAR(40),
  added_at DATETIME(3) NOT NULL,
  CONSTRAINT case_agency_case FOREIGN KEY (case_no) REFERENCES support_case (case_no)
);
CREATE INDEX case_agency_of ON case_agency (case_no, added_at);
