-- Which node makes the rounds at the moment.
CREATE TABLE rounds_lock (
  name       VARCHAR(64)  NOT NULL PRIMARY KEY,
  lock_until DATETIME(3)  NOT NULL,
  locked_at  DATETIME(3)  NOT NULL,
  locked_by  VARCHAR(255) NOT NULL
);
