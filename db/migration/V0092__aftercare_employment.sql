-- 就職 (F36) and the contacts of アフターケア (F35); a shifted date keeps the day that the rule named.
CREATE TABLE employment (
    employment_id   VARCHAR(64)  NOT NULL PRIMARY KEY,
    case_no         VARCHAR(20)  NOT NULL,
    employer        VARCHAR(200) NOT NULL,
    job_title       VARCHAR(200),
    employment_type VARCHAR(40),
    trial           BOOLEAN      NOT NULL,
    started_on      DATE         NOT NULL,
    ended_on        DATE,
    end_reason      VARCHAR(40),
    retention       VARCHAR(10)
);
CREATE INDEX ix_employment_case ON employment (case_no, started_on);

CREATE TABLE aftercare_contact (
    contact_id       VARCHAR(64) NOT NULL PRIMARY KEY,
    case_no          VARCHAR(20) NOT NULL,
    employment_id    VARCHAR(64) NOT NULL,
    step             VARCHAR(40) NOT NULL,
    planned_original DATE        NOT NULL,
    planned_on       DATE        NOT NULL,
    done_on          DATE,
    still_working    VARCHAR(10),
    contact_method   VARCHAR(40),
    cancelled        BOOLEAN     NOT NULL
);
CREATE INDEX ix_aftercare_contact_case ON aftercare_contact (case_no, planned_on);
CREATE INDEX ix_aftercare_contact_job ON aftercare_contact (employment_id, step);
