-- contact is speaking with the person: a record of a contact, or a step with the way in which they spoke. Letters, mails and
-- meetings of others are none.
CREATE OR REPLACE VIEW case_doing AS
  SELECT event_no, case_no, by_user, happened_at,
    CASE WHEN kind IN ('note', 'step') AND contact_method IN ('visit-in', 'phone', 'home-visit', 'accompany', 'online') THEN 1 ELSE 0 END AS contact,
    CASE WHEN kind = 'system' THEN 0 ELSE 1 END AS by_hand
  FROM case_event;
