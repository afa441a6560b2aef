-- Which office leads the case or meeting, and what a step waits for: asked by the board of those who lead.
ALTER TABLE work_item ADD COLUMN lead_office_id VARCHAR(64) DEFAULT '' NOT NULL;
ALTER TABLE work_item ADD COLUMN waiting_kind VARCHAR(20);
UPDATE work_item SET lead_office_id = COALESCE(
  (SELECT MIN(o.office_id) FROM office o JOIN work_item_queue q ON q.queue_key = CONCAT(o.office_id, '/*')
   WHERE q.task_id = work_item.task_id AND o.kind = 'municipal'), office_id);
CREATE INDEX work_item_board ON work_item (lead_office_id, office_id, role, process_key, step, assignee, due_at, follow_up_at);
CREATE INDEX work_item_late ON work_item (lead_office_id, due_at, office_id, assignee, step, follow_up_at, waiting_kind);

-- What became of every step: done, or dropped because the way of the case changed.
CREATE TABLE finished_step (
  task_id         VARCHAR(64)  NOT NULL PRIMARY KEY,
  municipality_id VARCHAR(64)  NOT NULL,
  lead_office_id  VARCHAR(64)  NOT NULL,
  office_id       VARCHAR(64)  NOT NULL,
  role            VARCHAR(64)  NOT NULL,
  business_key    VARCHAR(64)  NOT NULL,
  process_key     VARCHAR(100) NOT NULL,
  definition_id   VARCHAR(64),
  step            VARCHAR(100) NOT NULL,
  name            VARCHAR(200) NOT NULL,
  category        VARCHAR(16),
  assignee        VARCHAR(64),
  created_at      DATETIME(3)  NOT NULL,
  due_at          DATETIME(3),
  done_at         DATETIME(3)  NOT NULL,
  outcome         VARCHAR(10)  NOT NULL
);
CREATE INDEX finished_step_days ON finished_step (lead_office_id, done_at);

-- Steps of before this table: all that the engine remembers.
INSERT INTO finished_step (task_id, municipality_id, lead_office_id, office_id, role, business_key, process_key, definition_id, step, name,
  category, assignee, created_at, due_at, done_at, outcome)
SELECT t.ID_, COALESCE(c.municipality_id, m.municipality_id), COALESCE(c.office_id, m.office_id), COALESCE(c.office_id, m.office_id), '',
  p.BUSINESS_KEY_, t.PROC_DEF_KEY_, t.PROC_DEF_ID_, t.TASK_DEF_KEY_, COALESCE(t.NAME_, t.TASK_DEF_KEY_), c.category, t.ASSIGNEE_, t.START_TIME_, t.DUE_DATE_, t.END_TIME_,
  CASE WHEN t.DELETE_REASON_ = 'completed' THEN 'done' ELSE 'dropped' END
FROM ACT_HI_TASKINST t
JOIN ACT_HI_PROCINST p ON p.ID_ = t.PROC_INST_ID_
LEFT JOIN support_case c ON c.case_no = p.BUSINESS_KEY_
LEFT JOIN meeting m ON m.meeting_id = p.BUSINESS_KEY_
WHERE t.END_TIME_ IS NOT NULL AND (c.case_no IS NOT NULL OR m.meeting_id IS NOT NULL);

CREATE VIEW open_step AS
SELECT task_id, municipality_id, lead_office_id, office_id, role, business_key, display_name, kana, process_key, definition_id, step, name,
  owner, assignee, category, priority, created_at, due_at, follow_up_at, waiting_for, waiting_kind, suspended, version
FROM work_item;

-- How many open steps each member holds, along the queue's own index.
CREATE VIEW held_count AS
SELECT SUBSTRING(queue_key, 2) AS username, COUNT(*) AS steps FROM work_item_queue WHERE queue_key LIKE '@%' GROUP BY queue_key;
