-- 応募・紹介 (F25), 条件緩和 and 面接同行 (F26).
CREATE TABLE job_application (
    application_id VARCHAR(64)  NOT NULL PRIMARY KEY,
    case_no        VARCHAR(20)  NOT NULL,
    application_no INT          NOT NULL,
    applied_on     DATE         NOT NULL,
    employer       VARCHAR(200) NOT NULL,
    job_title      VARCHAR(200),
    job_number     VARCHAR(50),
    route          VARCHAR(40),
    interview_on   DATE,
    accompany      BOOLEAN      NOT NULL,
    result_code    VARCHAR(30),
    result_on      DATE,
    reject_reasons VARCHAR(300) NOT NULL,
    recorded_by    VARCHAR(100) NOT NULL
);
CREATE INDEX ix_job_application_case ON job_application (case_no, application_no);

CREATE TABLE job_condition (
    condition_id VARCHAR(64)  NOT NULL PRIMARY KEY,
    case_no      VARCHAR(20)  NOT NULL,
    agreed_on    DATE         NOT NULL,
    before_text  LONGTEXT,
    after_text   LONGTEXT,
    after_application INT NOT NULL,
    recorded_by  VARCHAR(100) NOT NULL
);
CREATE INDEX ix_job_condition_case ON job_condition (case_no, agreed_on);

CREATE TABLE job_consultation (
    consultation_id VARCHAR(64)  NOT NULL PRIMARY KEY,
    case_no         VARCHAR(20)  NOT NULL,
    consulted_on    DATE         NOT NULL,
    consult_method  VARCHAR(40),
    next_step       VARCHAR(20),
    recorded_by     VARCHAR(100) NOT NULL
);
CREATE INDEX ix_job_consultation_case ON job_consultation (case_no, consulted_on);

CREATE TABLE accompaniment (
    accompaniment_id VARCHAR(64)  NOT NULL PRIMARY KEY,
    case_no          VARCHAR(20)  NOT NULL,
    kind             VARCHAR(20)  NOT NULL,
    planned_on       DATE,
    destination      VARCHAR(200),
    person_consent   VARCHAR(20)  NOT NULL,
    employer_consent VARCHAR(20)  NOT NULL,
    attended_on      DATE,
    observation      LONGTEXT,
    debriefed_on     DATE,
    recorded_by      VARCHAR(100) NOT NULL
);
CREATE INDEX ix_accompaniment_case ON accompaniment (case_no);
