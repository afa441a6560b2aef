-- Published for figures: cases with a first interview (初回面接, counted as 申込).
CREATE VIEW interviewed_case AS
  SELECT DISTINCT business_key AS case_no FROM form_record WHERE step = 'firstInterview';
