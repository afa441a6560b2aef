-- For whom a deputy did the step; null where the holder did it.
ALTER TABLE form_record ADD COLUMN recorded_for VARCHAR(64);
ALTER TABLE case_event ADD COLUMN for_user VARCHAR(100);
