-- The engine asks for the children of every task that is completed, and without an index reads all open tasks for it.
CREATE INDEX ACT_IDX_TASK_PARENT ON ACT_RU_TASK (PARENT_TASK_ID_);
