-- モニタリング (F10), 評価 (F11) and 終結 (F12).
CREATE TABLE monitoring (
    monitoring_id VARCHAR(64)  NOT NULL PRIMARY KEY,
    case_no       VARCHAR(20)  NOT NULL,
    held_on       DATE         NOT NULL,
    review_needed BOOLEAN      NOT NULL,
    next_on       DATE,
    recorded_by   VARCHAR(100) NOT NULL
);
CREATE INDEX ix_monitoring_case ON monitoring (case_no, held_on);

CREATE TABLE evaluation (
    evaluation_id    VARCHAR(64)  NOT NULL PRIMARY KEY,
    case_no          VARCHAR(20)  NOT NULL,
    evaluation_no    INT          NOT NULL,
    evaluated_on     DATE         NOT NULL,
    evaluated_by     VARCHAR(100) NOT NULL,
    reason           VARCHAR(40),
    changes          VARCHAR(500) NOT NULL,
    will_first       INT,
    will_last        INT,
    economy_first    INT,
    economy_last     INT,
    work_first       INT,
    work_last        INT,
    conclusion       VARCHAR(20)  NOT NULL,
    reviewed_on      DATE,
    review_decision  VARCHAR(20),
    closed_on        DATE,
    closure_reason   VARCHAR(40)
);
CREATE INDEX ix_evaluation_case ON evaluation (case_no, evaluation_no);
