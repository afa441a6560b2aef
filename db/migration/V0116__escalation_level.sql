-- What the worklist lets other rooms read: every open step once, and the queues in which it lies.
CREATE VIEW open_step AS
SELECT task_id, municipality_id, business_key, process_key, step, name, office_id, role, owner, assignee, created_at, due_at,
       COALESCE(due_at, TIMESTAMP '9999-12-31 00:00:00') AS due_sort, follow_up_at, suspended
FROM work_item;

CREATE VIEW open_step_queue AS
SELECT queue_key, task_id, assigned, due_sort, follow_up_at, changed_at FROM work_item_queue;

-- Which level a step has reached for a due date; another due date begins anew.
-- level: 1 three working days before, 2 on the day, 3 three working days late, 4 ten. told: the role that was told, or empty.
CREATE TABLE escalation (
  task_id    VARCHAR(64) NOT NULL,
  due_at     DATETIME(3) NOT NULL,
  level      INT         NOT NULL,
  reached_at DATETIME(3) NOT NULL,
  told       VARCHAR(40) NOT NULL,
  raised_by  VARCHAR(64),
  PRIMARY KEY (task_id, due_at, level)
);

-- Up to when an office's steps were looked at; locked while they are.
CREATE TABLE escalation_mark (
  office_id VARCHAR(64) NOT NULL PRIMARY KEY,
  looked_at DATETIME(3)
);
