-- The person as registered; the keys are what a search compares (NameKey, PhoneKey).
CREATE TABLE person (
  person_id VARCHAR(36) NOT NULL PRIMARY KEY,
  municipality_id VARCHAR(60) NOT NULL,
  name VARCHAR(100) NOT NULL,
  kana VARCHAR(100) NOT NULL,
  name_key VARCHAR(120) NOT NULL,
  kana_key VARCHAR(120) NOT NULL,
  sex VARCHAR(20),
  birth_date DATE,
  postal_code VARCHAR(10),
  address VARCHAR(300),
  address_hidden BOOLEAN NOT NULL,
  phone VARCHAR(40),
  phone_key VARCHAR(40),
  email VARCHAR(200),
  caution VARCHAR(500),
  changed_at DATETIME(3) NOT NULL,
  version INT NOT NULL
);
CREATE INDEX person_by_name ON person (municipality_id, name_key);
CREATE INDEX person_by_kana ON person (municipality_id, kana_key);
CREATE INDEX person_by_phone ON person (municipality_id, phone_key);
CREATE INDEX person_by_birth ON person (municipality_id, birth_date);

-- One counter for the installation: a case number is the business key of its processes and must be unique there.
CREATE TABLE case_number (
  fiscal_year INT NOT NULL PRIMARY KEY,
  last_no INT NOT NULL
);

CREATE TABLE support_case (
  case_no VARCHAR(20) NOT NULL PRIMARY KEY,
  municipality_id VARCHAR(60) NOT NULL,
  office_id VARCHAR(60) NOT NULL,
  person_id VARCHAR(36) NOT NULL,
  status VARCHAR(20) NOT NULL,
  stage VARCHAR(30) NOT NULL,
  category VARCHAR(10),
  owner_user VARCHAR(100),
  opened_on DATE NOT NULL,
  closed_on DATE,
  closure_reason VARCHAR(40),
  version INT NOT NULL,
  CONSTRAINT support_case_person FOREIGN KEY (person_id) REFERENCES person (person_id)
);
CREATE INDEX support_case_list ON support_case (municipality_id, status, case_no);
CREATE INDEX support_case_stage ON support_case (municipality_id, stage, case_no);
CREATE INDEX support_case_owner ON support_case (owner_user, status, case_no);
CREATE INDEX support_case_office ON support_case (office_id, status, case_no);

-- Every way to find a case: each ending of name, kana and phone, the birth date, the number. One index answers all.
CREATE TABLE case_search (
  municipality_id VARCHAR(60) NOT NULL,
  term VARCHAR(60) NOT NULL,
  case_no VARCHAR(20) NOT NULL,
  PRIMARY KEY (municipality_id, term, case_no),
  CONSTRAINT case_search_case FOREIGN KEY (case_no) REFERENCES support_case (case_no)
);

CREATE TABLE case_stage (
  case_no VARCHAR(20) NOT NULL,
  stage VARCHAR(30) NOT NULL,
  entered_at DATETIME(3) NOT NULL,
  PRIMARY KEY (case_no, stage)
);

-- Who may see a case: the leading office (basis own) and partners while consent lasts (basis consent).
CREATE TABLE case_grant (
  grant_id VARCHAR(36) NOT NULL PRIMARY KEY,
  case_no VARCHAR(20) NOT NULL,
  office_id VARCHAR(60) NOT NULL,
  office_kind VARCHAR(20) NOT NULL,
  basis VARCHAR(20) NOT NULL,
  opened_at DATETIME(3) NOT NULL,
  closed_at DATETIME(3),
  CONSTRAINT case_grant_case FOREIGN KEY (case_no) REFERENCES support_case (case_no)
);
CREATE INDEX case_grant_of_case ON case_grant (case_no, office_id, closed_at, basis, office_kind);
CREATE INDEX case_grant_of_office ON case_grant (office_id, closed_at, case_no);

CREATE TABLE consent (
  consent_id VARCHAR(36) NOT NULL PRIMARY KEY,
  case_no VARCHAR(20) NOT NULL,
  consented_on DATE NOT NULL,
  recipients VARCHAR(500) NOT NULL,
  info_types VARCHAR(500) NOT NULL,
  recorded_by VARCHAR(100) NOT NULL,
  recorded_at DATETIME(3) NOT NULL,
  ended_on DATE,
  end_reason VARCHAR(500),
  ended_by VARCHAR(100),
  CONSTRAINT consent_case FOREIGN KEY (case_no) REFERENCES support_case (case_no)
);
CREATE INDEX consent_of_case ON consent (case_no, ended_on);
