-- An office's own closing days (閉庁日), besides weekends, national holidays and 12/29-1/3.
CREATE TABLE office_closing (
    office_id VARCHAR(64)  NOT NULL,
    closed_on DATE         NOT NULL,
    reason    VARCHAR(200) NOT NULL,
    PRIMARY KEY (office_id, closed_on)
);
