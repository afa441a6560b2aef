-- Failed tries to sign in, shared by all nodes. The account is kept as a digest: people type passwords into the wrong field.
CREATE TABLE sign_in_attempt (
  attempt_id VARCHAR(36) NOT NULL,
  account_digest VARCHAR(64) NOT NULL,
  address VARCHAR(64) NOT NULL,
  tried_at DATETIME(3) NOT NULL,
  CONSTRAINT sign_in_attempt_pk PRIMARY KEY (attempt_id)
);
CREATE INDEX sign_in_attempt_ix1 ON sign_in_attempt (address, account_digest, tried_at);
CREATE INDEX sign_in_attempt_ix2 ON sign_in_attempt (address, tried_at);
CREATE INDEX sign_in_attempt_ix3 ON sign_in_attempt (tried_at);
