-- An older book of consultations on its way into the product: the file as it came, and each of its rows with what became of it.
CREATE TABLE ledger_import (
  import_id VARCHAR(36) NOT NULL PRIMARY KEY,
  municipality_id VARCHAR(60) NOT NULL,
  office_id VARCHAR(60) NOT NULL,
  file_name VARCHAR(200) NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  content LONGBLOB NOT NULL,
  encoding VARCHAR(60) NOT NULL,
  header LONGTEXT NOT NULL,
  notes LONGTEXT NOT NULL,
  blank_rows INT NOT NULL,
  as_of DATE NOT NULL,
  status VARCHAR(20) NOT NULL,
  uploaded_by VARCHAR(100) NOT NULL,
  uploaded_at DATETIME(3) NOT NULL,
  started_at DATETIME(3),
  finished_at DATETIME(3)
);
CREATE INDEX ledger_import_list ON ledger_import (municipality_id, uploaded_at);
CREATE INDEX ledger_import_status ON ledger_import (status);

-- state: ready, refused, known (came in before), done. A row is done in the transaction that stores its case.
CREATE TABLE ledger_row (
  import_id VARCHAR(36) NOT NULL,
  row_no INT NOT NULL,
  state VARCHAR(10) NOT NULL,
  received_no VARCHAR(60) NOT NULL,
  cells LONGTEXT NOT NULL,
  problems LONGTEXT NOT NULL,
  case_no VARCHAR(20),
  PRIMARY KEY (import_id, row_no),
  CONSTRAINT ledger_row_import FOREIGN KEY (import_id) REFERENCES ledger_import (import_id)
);
CREATE INDEX ledger_row_state ON ledger_row (import_id, state, row_no);

-- Which case a number of the older book became. The key is what keeps a row from coming in twice.
CREATE TABLE ledger_entry (
  municipality_id VARCHAR(60) NOT NULL,
  office_id VARCHAR(60) NOT NULL,
  received_no VARCHAR(60) NOT NULL,
  fingerprint VARCHAR(64) NOT NULL,
  case_no VARCHAR(20) NOT NULL,
  import_id VARCHAR(36) NOT NULL,
  PRIMARY KEY (municipality_id, office_id, received_no),
  CONSTRAINT ledger_entry_case UNIQUE (case_no)
);
