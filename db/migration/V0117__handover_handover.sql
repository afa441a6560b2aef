-- 異動の引継ぎ: who leaves, who receives, each case with what became of it, and each step that moved.
-- status: draft, planned, running, done, undoing or cancelled.
CREATE TABLE handover (
  handover_id     VARCHAR(36)  NOT NULL PRIMARY KEY,
  municipality_id VARCHAR(60)  NOT NULL,
  office_id       VARCHAR(60)  NOT NULL,
  from_user       VARCHAR(100) NOT NULL,
  effective_on    DATE         NOT NULL,
  contact_days    INT          NOT NULL,
  contact_by      DATE         NOT NULL,
  rule_code       VARCHAR(20)  NOT NULL,
  status          VARCHAR(20)  NOT NULL,
  created_by      VARCHAR(100) NOT NULL,
  created_at      DATETIME(3)  NOT NULL,
  finished_at     DATETIME(3)
);
CREATE INDEX handover_status ON handover (status, effective_on);
CREATE INDEX handover_office ON handover (office_id, created_at);

CREATE TABLE handover_receiver (
  handover_id VARCHAR(36)  NOT NULL,
  username    VARCHAR(100) NOT NULL,
  place       INT          NOT NULL,
  categories  VARCHAR(100) NOT NULL,
  PRIMARY KEY (handover_id, username),
  CONSTRAINT handover_receiver_of FOREIGN KEY (handover_id) REFERENCES handover (handover_id)
);

-- kind: lead (the leaving worker leads the case), steps (only holds steps of it) or other (steps of a meeting).
-- state: planned, moved, refused, returning or undone. An item is moved in the transaction that changes its case.
CREATE TABLE handover_item (
  handover_id   VARCHAR(36)  NOT NULL,
  case_no       VARCHAR(64)  NOT NULL,
  item_no       INT          NOT NULL,
  kind          VARCHAR(10)  NOT NULL,
  label         VARCHAR(200),
  receiver      VARCHAR(100),
  chosen        BOOLEAN      NOT NULL,
  state         VARCHAR(20)  NOT NULL,
  reason        VARCHAR(300),
  moved_at      DATETIME(3),
  last_event_no BIGINT,
  PRIMARY KEY (handover_id, case_no),
  CONSTRAINT handover_item_of FOREIGN KEY (handover_id) REFERENCES handover (handover_id)
);
CREATE INDEX handover_item_state ON handover_item (handover_id, state, item_no);
CREATE INDEX handover_item_case ON handover_item (case_no);

-- Steps that moved with a case; without to_user back to the queue of their role.
CREATE TABLE handover_step (
  handover_id VARCHAR(36)  NOT NULL,
  task_id     VARCHAR(64)  NOT NULL,
  case_no     VARCHAR(64)  NOT NULL,
  to_user     VARCHAR(100),
  PRIMARY KEY (handover_id, task_id),
  CONSTRAINT handover_step_of FOREIGN KEY (handover_id) REFERENCES handover (handover_id)
);
CREATE INDEX handover_step_case ON handover_step (handover_id, case_no);
