-- In which queues the open steps lie; what the worklist lets other rooms read besides open_step.
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
