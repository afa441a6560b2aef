-- Where a case waits for its meeting: on which agenda, or on none (meeting_id is null).
CREATE VIEW agenda_place AS
  SELECT i.case_no, i.meeting_id, m.held_on FROM meeting_item i LEFT JOIN meeting m ON m.meeting_id = i.meeting_id AND m.status = 'planned'
  WHERE i.closed = FALSE;
