-- Published for figures: cases in which a job began, with the first day of the first one.
CREATE VIEW hired_case AS
  SELECT case_no, MIN(started_on) AS started_on FROM employment GROUP BY case_no;
