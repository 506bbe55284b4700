-- SQL that SQLite and PostgreSQL both speak. Times are milliseconds since 1970 UTC.

CREATE TABLE scan (
    id           TEXT   NOT NULL PRIMARY KEY,
    started      BIGINT NOT NULL,
    ended        BIGINT,
    state        TEXT   NOT NULL,
    source       TEXT   NOT NULL,
    resources    BIGINT NOT NULL DEFAULT 0,
    events       BIGINT NOT NULL DEFAULT 0,
    problems     TEXT   NOT NULL DEFAULT '[]'
);
CREATE INDEX scan_by_time ON scan (started);

CREATE TABLE coverage (
    scan         TEXT   NOT NULL REFERENCES scan (id),
    account      TEXT   NOT NULL,
    region       TEXT   NOT NULL,
    type         TEXT   NOT NULL,
    status       TEXT   NOT NULL,
    resources    BIGINT NOT NULL,
    cause        TEXT   NOT NULL,
    permission   TEXT   NOT NULL
);
CREATE INDEX coverage_by_scan ON coverage (scan);

CREATE TABLE rule_count (
    scan         TEXT   NOT NULL REFERENCES scan (id),
    rule         TEXT   NOT NULL,
    passed       BIGINT NOT NULL,
    failed       BIGINT NOT NULL,
    not_assessed BIGINT NOT NULL,
    PRIMARY KEY (scan, rule)
);

CREATE TABLE finding (
    id           TEXT    NOT NULL PRIMARY KEY,
    rule         TEXT    NOT NULL,
    title        TEXT    NOT NULL,
    severity     INTEGER NOT NULL,
    outcome      TEXT    NOT NULL,
    status       TEXT    NOT NULL,
    cloud        TEXT    NOT NULL,
    account      TEXT    NOT NULL,
    region       TEXT    NOT NULL,
    type         TEXT    NOT NULL,
    resource     TEXT    NOT NULL,
    name         TEXT    NOT NULL,
    evidence     TEXT    NOT NULL,
    priority     INTEGER NOT NULL,
    first_seen   BIGINT  NOT NULL,
    last_seen    BIGINT  NOT NULL,
    scan         TEXT    NOT NULL
);
CREATE INDEX finding_by_priority ON finding (status, priority DESC, id);
CREATE INDEX finding_by_rule ON finding (rule, status, severity, outcome, cloud);
CREATE INDEX finding_by_resource ON finding (resource);
CREATE INDEX finding_by_part ON finding (account, type, region);

CREATE TABLE signal (
    id           TEXT   NOT NULL PRIMARY KEY,
    ended        BIGINT NOT NULL,
    document     TEXT   NOT NULL
);
CREATE INDEX signal_by_time ON signal (ended);

CREATE TABLE incident (
    id           TEXT    NOT NULL PRIMARY KEY,
    position     INTEGER NOT NULL,
    severity     INTEGER NOT NULL,
    cloud        TEXT    NOT NULL,
    document     TEXT    NOT NULL
);
CREATE INDEX incident_by_position ON incident (position);

-- Stores whose owner tagged their data as sensitive; access to them weighs more.
CREATE TABLE data_class (
    resource     TEXT   NOT NULL PRIMARY KEY,
    data_class   TEXT   NOT NULL,
    account      TEXT   NOT NULL,
    type         TEXT   NOT NULL,
    scan         TEXT   NOT NULL
);
