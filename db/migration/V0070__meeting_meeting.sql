-- 支援調整会議: the meeting, its agenda (one row per case, waiting while meeting_id is null) and who attended.
CREATE TABLE meeting (
    meeting_id      VARCHAR(64)  NOT NULL PRIMARY KEY,
    municipality_id VARCHAR(64)  NOT NULL,
    office_id       VARCHAR(64)  NOT NULL,
    meeting_no      INT          NOT NULL,
    kind            VARCHAR(20)  NOT NULL,
    held_on         DATE         NOT NULL,
    starts_at       VARCHAR(5)   NOT NULL,
    place           VARCHAR(200) NOT NULL,
    chair           VARCHAR(100),
    clerk           VARCHAR(100),
    status          VARCHAR(20)  NOT NULL,
    confirmed_by    VARCHAR(100),
    confirmed_at    DATETIME(3)
);
CREATE INDEX ix_meeting_office ON meeting (office_id, status, held_on);

CREATE TABLE meeting_item (
    item_id         VARCHAR(64)  NOT NULL PRIMARY KEY,
    meeting_id      VARCHAR(64),
    municipality_id VARCHAR(64)  NOT NULL,
    office_id       VARCHAR(64)  NOT NULL,
    case_no         VARCHAR(20)  NOT NULL,
    agenda_no       INT          NOT NULL,
    topic           VARCHAR(20)  NOT NULL,
    point_text      VARCHAR(500) NOT NULL,
    pre_start       BOOLEAN      NOT NULL,
    result_code     VARCHAR(20),
    responsible     VARCHAR(100),
    until_on        DATE,
    condition_text  LONGTEXT,
    saved_by        VARCHAR(100),
    saved_at        DATETIME(3),
    closed          BOOLEAN      NOT NULL
);
CREATE INDEX ix_meeting_item_meeting ON meeting_item (meeting_id, agenda_no);
CREATE INDEX ix_meeting_item_case ON meeting_item (case_no, closed);
CREATE INDEX ix_meeting_item_office ON meeting_item (office_id, closed);

CREATE TABLE meeting_attendance (
    meeting_id   VARCHAR(64)  NOT NULL,
    username     VARCHAR(100) NOT NULL,
    display_name VARCHAR(200) NOT NULL,
    group_name   VARCHAR(200) NOT NULL,
    side         VARCHAR(20)  NOT NULL,
    present      BOOLEAN      NOT NULL,
    PRIMARY KEY (meeting_id, username)
);
