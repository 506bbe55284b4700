-- Answers about resources that could not be had, counted, so that one can see which permission would bring the most.
CREATE TABLE unread_answer (
    scan         TEXT   NOT NULL REFERENCES scan (id),
    account      TEXT   NOT NULL,
    type         TEXT   NOT NULL,
    api          TEXT   NOT NULL,
    error_code   TEXT   NOT NULL,
    permission   TEXT   NOT NULL,
    answers      BIGINT NOT NULL
);
CREATE INDEX unread_answer_by_scan ON unread_answer (scan);
