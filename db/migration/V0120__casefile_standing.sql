-- Where cases stand and whose they are, for those who look over them.
CREATE VIEW case_standing AS
  SELECT case_no, municipality_id, office_id, person_id, status, stage, category, owner_user, opened_on, closed_on FROM support_case;
CREATE VIEW case_person AS
  SELECT c.case_no, p.name AS display_name, p.kana FROM support_case c JOIN person p ON p.person_id = c.person_id;
CREATE VIEW case_entry AS SELECT case_no, happened_at, kind, by_user FROM case_event;
CREATE VIEW case_consent AS SELECT case_no, ended_on FROM consent;
