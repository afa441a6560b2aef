-- Published for figures: cases measured both at the beginning and at the end, and whether any indicator rose (指標のいずれかが上がれば改善).
CREATE VIEW measured_case AS
  SELECT case_no, MAX(CASE WHEN will_last > will_first OR economy_last > economy_first OR work_last > work_first THEN 1 ELSE 0 END) AS improved
  FROM evaluation
  WHERE will_first IS NOT NULL AND will_last IS NOT NULL AND economy_first IS NOT NULL AND economy_last IS NOT NULL
    AND work_first IS NOT NULL AND work_last IS NOT NULL
  GROUP BY case_no;
