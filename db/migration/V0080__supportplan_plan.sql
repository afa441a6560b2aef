-- プラン (F07), its goals, and the support period that follows from the category.
CREATE TABLE support_plan (
    plan_id           VARCHAR(64)  NOT NULL PRIMARY KEY,
    case_no           VARCHAR(20)  NOT NULL,
    plan_no           INT          NOT NULL,
    drafted_on        DATE         NOT NULL,
    drafted_by        VARCHAR(100) NOT NULL,
    intention         LONGTEXT,
    long_goal         LONGTEXT,
    goal_type         VARCHAR(40),
    services          VARCHAR(500) NOT NULL,
    uses_hellowork    BOOLEAN      NOT NULL,
    contractor_used   BOOLEAN      NOT NULL,
    contractor_office VARCHAR(64),
    starts_on         DATE,
    ends_on           DATE,
    review_on         DATE,
    signed_on         DATE,
    decided_on        DATE,
    decision          VARCHAR(20),
    decided_by        VARCHAR(100),
    document_no       VARCHAR(100)
);
CREATE INDEX ix_support_plan_case ON support_plan (case_no, plan_no);

CREATE TABLE plan_goal (
    goal_id   VARCHAR(64) NOT NULL PRIMARY KEY,
    plan_id   VARCHAR(64) NOT NULL,
    goal_no   INT         NOT NULL,
    goal_text LONGTEXT    NOT NULL,
    target_on DATE
);
CREATE INDEX ix_plan_goal_plan ON plan_goal (plan_id, goal_no);

CREATE TABLE support_period (
    case_no          VARCHAR(20) NOT NULL PRIMARY KEY,
    category         VARCHAR(10) NOT NULL,
    starts_on        DATE        NOT NULL,
    ends_on          DATE,
    aftercare_months INT         NOT NULL,
    review_months    INT         NOT NULL
);
