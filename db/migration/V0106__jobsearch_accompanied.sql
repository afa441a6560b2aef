-- Published for figures: how often someone went along, by case.
CREATE VIEW accompanied_case AS
  SELECT case_no, COUNT(*) AS visits FROM accompaniment WHERE attended_on IS NOT NULL GROUP BY case_no;
