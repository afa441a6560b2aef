-- The queue's read model: one row per open step, rebuilt in the engine's own transaction.
CREATE TABLE work_item (
  task_id         VARCHAR(64)  NOT NULL PRIMARY KEY,
  municipality_id VARCHAR(64)  NOT NULL,
  business_key    VARCHAR(64)  NOT NULL,
  display_name    VARCHAR(200) NOT NULL,
  kana            VARCHAR(200) NOT NULL,
  search_key      VARCHAR(500) NOT NULL,
  process_key     VARCHAR(100) NOT NULL,
  step            VARCHAR(100) NOT NULL,
  name            VARCHAR(200) NOT NULL,
  office_id       VARCHAR(64)  NOT NULL,
  role            VARCHAR(64)  NOT NULL,
  owner           VARCHAR(64),
  assignee        VARCHAR(64),
  category        VARCHAR(16),
  priority        INT          NOT NULL,
  created_at      DATETIME(3)  NOT NULL,
  due_at          DATETIME(3),
  follow_up_at    DATETIME(3),
  suspended       BOOLEAN      NOT NULL,
  waiting_for     VARCHAR(200),
  form_key        VARCHAR(255),
  definition_id   VARCHAR(64),
  changed_at      DATETIME(3)  NOT NULL,
  version         INT          NOT NULL
);
CREATE INDEX work_item_business_key ON work_item (business_key);

-- In whose queue it lies. queue_key: 'office/role' for each candidate role, 'office/*' for its supervisors, '@username' for the holder.
CREATE TABLE work_item_queue (
  queue_key     VARCHAR(140) NOT NULL,
  assigned      BOOLEAN      NOT NULL,
  due_sort      DATETIME(3)  NOT NULL,
  priority_sort INT          NOT NULL,
  task_id       VARCHAR(64)  NOT NULL,
  follow_up_at  DATETIME(3),
  changed_at    DATETIME(3)  NOT NULL,
  PRIMARY KEY (task_id, queue_key)
);
CREATE INDEX work_item_queue_page ON work_item_queue (queue_key, due_sort, priority_sort, task_id, assigned, follow_up_at);
CREATE INDEX work_item_queue_open ON work_item_queue (queue_key, assigned, due_sort, priority_sort, task_id, follow_up_at);
CREATE INDEX work_item_queue_change ON work_item_queue (queue_key, changed_at);

CREATE TABLE task_comment (
  comment_id   VARCHAR(64)   NOT NULL PRIMARY KEY,
  task_id      VARCHAR(64)   NOT NULL,
  business_key VARCHAR(64)   NOT NULL,
  written_at   DATETIME(3)   NOT NULL,
  written_by   VARCHAR(64)   NOT NULL,
  content      VARCHAR(2000) NOT NULL
);
CREATE INDEX task_comment_task ON task_comment (task_id, written_at);

-- A member's own saved view: a name for a query string of /worklist.
CREATE TABLE worklist_view (
  view_id    VARCHAR(64)   NOT NULL PRIMARY KEY,
  username   VARCHAR(64)   NOT NULL,
  name       VARCHAR(60)   NOT NULL,
  query      VARCHAR(1000) NOT NULL,
  created_at DATETIME(3)   NOT NULL
);
CREATE INDEX worklist_view_user ON worklist_view (username, created_at);
