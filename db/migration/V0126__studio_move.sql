-- Running processes that are taken to another version of their model, in waves.
-- status: running, paused (by a person, or because a wave is over and others wait), returning (being taken back) or done.
CREATE TABLE studio_move (
  move_id           VARCHAR(36)   NOT NULL PRIMARY KEY,
  municipality_id   VARCHAR(60)   NOT NULL,
  process_key       VARCHAR(255)  NOT NULL,
  process_name      VARCHAR(255)  NOT NULL,
  source_definition VARCHAR(64)   NOT NULL,
  target_definition VARCHAR(64)   NOT NULL,
  source_version    INT           NOT NULL,
  target_version    INT           NOT NULL,
  mapping           VARCHAR(4000) NOT NULL,
  wave_size         INT           NOT NULL,
  status            VARCHAR(20)   NOT NULL,
  created_by        VARCHAR(100)  NOT NULL,
  created_at        DATETIME(3)   NOT NULL,
  finished_at       DATETIME(3)
);
CREATE INDEX studio_move_status ON studio_move (status);
CREATE INDEX studio_move_process ON studio_move (municipality_id, process_key, created_at);

-- One process each, with what was said of it before and what became of it. An item is moved in the transaction that moves its process.
-- status: waiting (for a later wave), queued (in this wave), moved, refused, left (stays by its verdict), returning or moved-back.
-- ticket and footprint: what takes it back exactly, and how to see whether anything has happened since.
CREATE TABLE studio_move_item (
  move_id     VARCHAR(36)  NOT NULL,
  item_no     INT          NOT NULL,
  instance_id VARCHAR(64)  NOT NULL,
  case_no     VARCHAR(255),
  verdict     VARCHAR(20)  NOT NULL,
  status      VARCHAR(20)  NOT NULL,
  reason      VARCHAR(300),
  ticket      LONGTEXT,
  footprint   VARCHAR(64),
  moved_at    DATETIME(3),
  PRIMARY KEY (move_id, item_no),
  CONSTRAINT studio_move_item_of FOREIGN KEY (move_id) REFERENCES studio_move (move_id)
);
CREATE INDEX studio_move_item_status ON studio_move_item (move_id, status, item_no);
