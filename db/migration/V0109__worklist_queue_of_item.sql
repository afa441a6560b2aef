-- A queue row goes with its step: no row can be left behind, and taking a step away is one statement.
DELETE FROM work_item_queue WHERE task_id NOT IN (SELECT task_id FROM work_item);
ALTER TABLE work_item_queue ADD CONSTRAINT work_item_queue_item FOREIGN KEY (task_id) REFERENCES work_item (task_id) ON DELETE CASCADE;
