-- Published by the case file: cases with who leads them.
CREATE VIEW led_case AS
  SELECT c.case_no, c.municipality_id, c.office_id, c.owner_user, c.category, c.status, p.name AS display_name, p.kana
  FROM support_case c JOIN person p ON p.person_id = c.person_id;

-- Published by the case file: who did what in a case, numbered as it was written down. contact: speaking with the person, or
-- completing a step; by_hand: not written by the product itself.
CREATE VIEW case_doing AS
  SELECT event_no, case_no, by_user, happened_at,
    CASE WHEN kind = 'step' OR (kind = 'note' AND contact_method IS NOT NULL) THEN 1 ELSE 0 END AS contact,
    CASE WHEN kind = 'system' THEN 0 ELSE 1 END AS by_hand
  FROM case_event;

-- Published by the queue: open steps that somebody holds; ask by holder_key, which is @ and the user name (ADR 0007).
CREATE VIEW held_step AS
  SELECT q.queue_key AS holder_key, w.task_id, w.municipality_id, w.business_key, w.display_name, w.office_id, w.assignee, w.due_at
  FROM work_item_queue q JOIN work_item w ON w.task_id = q.task_id WHERE w.assignee IS NOT NULL;

-- Published by the form records: who has begun to write on a step.
CREATE VIEW begun_step AS
  SELECT task_id, username, saved_at FROM form_draft;
