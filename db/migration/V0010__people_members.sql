-- Who may work here: municipality (tenant) -> offices -> users with roles in offices.
CREATE TABLE municipality (
  municipality_id VARCHAR(40) NOT NULL,
  name VARCHAR(100) NOT NULL,
  CONSTRAINT municipality_pk PRIMARY KEY (municipality_id)
);

CREATE TABLE office (
  office_id VARCHAR(40) NOT NULL,
  municipality_id VARCHAR(40) NOT NULL,
  name VARCHAR(100) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  CONSTRAINT office_pk PRIMARY KEY (office_id),
  CONSTRAINT office_municipality_fk FOREIGN KEY (municipality_id) REFERENCES municipality (municipality_id)
);
CREATE INDEX office_ix1 ON office (municipality_id, kind);

CREATE TABLE app_user (
  username VARCHAR(50) NOT NULL,
  display_name VARCHAR(100) NOT NULL,
  municipality_id VARCHAR(40) NOT NULL,
  password_hash VARCHAR(100) NOT NULL,
  must_change BOOLEAN NOT NULL,
  active BOOLEAN NOT NULL,
  created_at DATETIME(3) NOT NULL,
  CONSTRAINT app_user_pk PRIMARY KEY (username),
  CONSTRAINT app_user_municipality_fk FOREIGN KEY (municipality_id) REFERENCES municipality (municipality_id)
);
CREATE INDEX app_user_ix1 ON app_user (municipality_id, active);

CREATE TABLE user_role (
  username VARCHAR(50) NOT NULL,
  office_id VARCHAR(40) NOT NULL,
  role VARCHAR(40) NOT NULL,
  CONSTRAINT user_role_pk PRIMARY KEY (username, office_id, role),
  CONSTRAINT user_role_user_fk FOREIGN KEY (username) REFERENCES app_user (username),
  CONSTRAINT user_role_office_fk FOREIGN KEY (office_id) REFERENCES office (office_id)
);
CREATE INDEX user_role_ix1 ON user_role (office_id, role);
