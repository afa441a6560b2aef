-- Published for figures: cases with a plan, and whether one of their plans aims at work (就労支援対象).
CREATE VIEW planned_case AS
  SELECT case_no, MAX(CASE WHEN CONCAT(',', services, ',') LIKE '%,employment-program,%' THEN 1 ELSE 0 END) AS employment_target
  FROM support_plan GROUP BY case_no;
