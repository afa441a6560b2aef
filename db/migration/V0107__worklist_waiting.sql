-- Steps that wait for an answer are few: found along their own index instead of by reading the whole queue.
CREATE INDEX work_item_queue_waiting ON work_item_queue (queue_key, follow_up_at, assigned, due_sort, priority_sort, task_id);
