-- A draft that was proposed for publication: by whom and why, who decided, and what came of it. Never deleted.
CREATE TABLE studio_publication (
  publication_id  VARCHAR(36)   NOT NULL PRIMARY KEY,
  draft_id        VARCHAR(36)   NOT NULL,
  municipality_id VARCHAR(64)   NOT NULL,
  title           VARCHAR(100)  NOT NULL,
  reason          VARCHAR(1000) NOT NULL,
  legal_basis     VARCHAR(300)  NOT NULL,
  publish_on      DATE,
  content_hash    VARCHAR(64)   NOT NULL,
  difference      LONGTEXT      NOT NULL,
  status          VARCHAR(20)   NOT NULL,
  proposed_by     VARCHAR(64)   NOT NULL,
  proposed_at     DATETIME(3)   NOT NULL,
  decided_by      VARCHAR(64),
  decided_at      DATETIME(3),
  decision_note   VARCHAR(1000),
  published_at    DATETIME(3),
  undone_by       VARCHAR(64),
  undone_at       DATETIME(3),
  undo_reason     VARCHAR(1000)
);
CREATE INDEX studio_publication_draft ON studio_publication (draft_id, proposed_at);
CREATE INDEX studio_publication_place ON studio_publication (municipality_id, proposed_at);

-- The models of a publication: which version each became, which one it replaced, and from which shared one it descends.
-- A publication taken back has its versions under its id and "-u".
CREATE TABLE studio_published_model (
  publication_id       VARCHAR(40)  NOT NULL,
  kind                 VARCHAR(20)  NOT NULL,
  model_key            VARCHAR(255) NOT NULL,
  title                VARCHAR(255) NOT NULL,
  definition_id        VARCHAR(64)  NOT NULL,
  version              INT          NOT NULL,
  former_definition_id VARCHAR(64),
  origin_definition_id VARCHAR(64),
  PRIMARY KEY (publication_id, kind, model_key)
);
CREATE INDEX studio_published_model_definition ON studio_published_model (definition_id);

-- A draft that takes in a newer version of what the product ships.
CREATE TABLE studio_offer (
  draft_id      VARCHAR(36)  NOT NULL,
  kind          VARCHAR(20)  NOT NULL,
  model_key     VARCHAR(255) NOT NULL,
  definition_id VARCHAR(64)  NOT NULL,
  PRIMARY KEY (draft_id, kind, model_key)
);
