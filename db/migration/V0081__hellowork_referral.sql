-- 生活保護受給者等就労自立促進事業: one row per 支援要請 (F19, F22).
CREATE TABLE hw_referral (
    referral_id    VARCHAR(64)  NOT NULL PRIMARY KEY,
    case_no        VARCHAR(20)  NOT NULL,
    referral_no    INT          NOT NULL,
    office_id      VARCHAR(64),
    status         VARCHAR(20)  NOT NULL,
    reason         LONGTEXT,
    prepared_on    DATE         NOT NULL,
    prepared_by    VARCHAR(100) NOT NULL,
    sent_on        DATE,
    answered_on    DATE,
    decline_reason LONGTEXT,
    navigator      VARCHAR(100),
    interview_on   DATE,
    menus          VARCHAR(500) NOT NULL,
    target_on      DATE,
    period_from    DATE,
    period_to      DATE
);
CREATE INDEX ix_hw_referral_case ON hw_referral (case_no, referral_no);
