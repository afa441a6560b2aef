-- What an older book counted without dates of its own; counted here, too, instead of inventing days.
CREATE TABLE carried_count (
  case_no VARCHAR(20) NOT NULL PRIMARY KEY,
  visits INT NOT NULL,
  budget_consulted BOOLEAN NOT NULL,
  budget_planned BOOLEAN NOT NULL,
  CONSTRAINT carried_count_case FOREIGN KEY (case_no) REFERENCES support_case (case_no)
);

-- Published for figures: one row per case.
CREATE VIEW received_case AS
  SELECT c.case_no, c.municipality_id, c.office_id, c.person_id, c.opened_on, c.status,
    COALESCE(k.visits, 0) AS carried_visits,
    CASE WHEN k.budget_consulted THEN 1 ELSE 0 END AS budget_consulted,
    CASE WHEN k.budget_planned THEN 1 ELSE 0 END AS budget_planned
  FROM support_case c LEFT JOIN carried_count k ON k.case_no = c.case_no;
