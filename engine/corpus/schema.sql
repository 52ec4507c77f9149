-- The results database: what `bma corpus`, `bma import --coded` and `bma merge` write and what `bma compare`
-- and `bma agreement` read.  Columns, units and views are documented in docs/corpus.md.
-- Nothing here depends on the time of day, on the machine or on the number of workers.

CREATE TABLE meta (          -- one row per key: 'schema' names the form of this database
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE run (           -- what results were made with; the same engine, pack and profile is the same run
    id            INTEGER PRIMARY KEY,
    source        TEXT NOT NULL CHECK (source IN ('text', 'coded')),
    engine        TEXT NOT NULL,  -- version
    engine_sha256 TEXT NOT NULL,  -- of its sources: what `bma version` prints
    pack          TEXT NOT NULL,
    pack_version  TEXT NOT NULL,
    pack_sha256   TEXT NOT NULL,
    profile       TEXT NOT NULL,
    UNIQUE (source, engine_sha256, pack_sha256, profile)
);

CREATE TABLE dimension (     -- of the pack, in its order
    run_id   INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    id       TEXT NOT NULL,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    PRIMARY KEY (run_id, id)
) WITHOUT ROWID;

CREATE TABLE criterion (     -- of the pack, in its order
    run_id    INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    id        TEXT NOT NULL,
    position  INTEGER NOT NULL,
    dimension TEXT NOT NULL,
    title     TEXT NOT NULL,
    priority  TEXT NOT NULL,
    answers   TEXT NOT NULL,   -- ids of recommendations, one space between
    PRIMARY KEY (run_id, id)
) WITHOUT ROWID;

CREATE TABLE agreement (     -- one text, or one row of a coding table
    id         INTEGER PRIMARY KEY,
    run_id     INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,  -- the path as given, or the id in the coding table
    sha256     TEXT NOT NULL,  -- of all that was read for it: the text, and the case file around it
    status     TEXT NOT NULL CHECK (status IN ('done', 'failed')),
    error      TEXT,           -- status 'failed': file:line:column: message
    format     TEXT,
    title      TEXT,
    instrument TEXT,
    year       INTEGER,
    pair       TEXT,           -- plain names of the parties in alphabetical order, " – " between; NULL where unknown
    score      REAL,           -- overall, 0 to 100; NULL where nothing was applicable
    low        REAL,
    high       REAL,
    grade      TEXT,
    capped_by  TEXT,
    UNIQUE (run_id, name)
);

CREATE TABLE party (
    agreement_id INTEGER NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    name         TEXT NOT NULL, -- plain: "Marenda" of "the Republic of MARENDA" (docs/corpus.md)
    role         TEXT,         -- 'origin', 'destination', 'both' or NULL
    PRIMARY KEY (agreement_id, position)
) WITHOUT ROWID;

CREATE TABLE finding (       -- one per agreement and criterion
    agreement_id INTEGER NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    criterion    TEXT NOT NULL,
    status       TEXT NOT NULL CHECK (status IN ('decided', 'not-applicable', 'undecided', 'error')),
    level        INTEGER CHECK (level BETWEEN 0 AND 4),   -- NULL unless decided
    met          INTEGER NOT NULL CHECK (met IN (0, 1)),  -- high enough for the profile, and not contradicted
    contradicted INTEGER NOT NULL CHECK (contradicted IN (0, 1)),
    likely       INTEGER NOT NULL CHECK (likely IN (0, 1)), -- found by likeness alone (docs/likeness.md)
    doubtful     INTEGER NOT NULL CHECK (doubtful IN (0, 1)), -- found in words unlike others of the kind
    score        REAL,
    weight       REAL,
    reason       TEXT NOT NULL,
    PRIMARY KEY (agreement_id, criterion)
) WITHOUT ROWID;

CREATE TABLE evidence (
    agreement_id INTEGER NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    criterion    TEXT NOT NULL,    -- or the id of a coherence fault
    position     INTEGER NOT NULL, -- from 0; what works against it first, then the strongest
    fault        INTEGER NOT NULL DEFAULT -1, -- position in coherence; -1: of a finding
    voice        TEXT NOT NULL,
    role         TEXT NOT NULL,
    level        INTEGER,
    quote        TEXT NOT NULL,
    citation     TEXT NOT NULL,
    start        INTEGER,          -- bytes of the source, from 0; end is not part of it
    end          INTEGER,
    line         INTEGER,
    column       INTEGER,
    PRIMARY KEY (agreement_id, criterion, fault, position)
) WITHOUT ROWID;

CREATE TABLE coherence (
    agreement_id INTEGER NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    id           TEXT NOT NULL,
    message      TEXT NOT NULL,
    PRIMARY KEY (agreement_id, position)
) WITHOUT ROWID;

CREATE TABLE score (         -- one per agreement and dimension
    agreement_id   INTEGER NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    dimension      TEXT NOT NULL,
    value          REAL,
    low            REAL,
    high           REAL,
    criteria       INTEGER NOT NULL,
    met            INTEGER NOT NULL,
    contradicted   INTEGER NOT NULL,
    not_applicable INTEGER NOT NULL,
    PRIMARY KEY (agreement_id, dimension)
) WITHOUT ROWID;

CREATE TABLE coding (        -- what human coders gave per criterion: a case file's `coded:`, or an imported table
    agreement_id INTEGER NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    coder        TEXT NOT NULL,
    criterion    TEXT NOT NULL,
    level        INTEGER CHECK (level BETWEEN 0 AND 4),   -- NULL: not applicable
    contradicted INTEGER NOT NULL CHECK (contradicted IN (0, 1)),
    article      TEXT NOT NULL,
    note         TEXT NOT NULL,
    PRIMARY KEY (agreement_id, coder, criterion)
) WITHOUT ROWID;

CREATE TABLE item (          -- the topics of a coding table, in its order
    id       TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    criteria TEXT NOT NULL   -- what it answers, one space between; '' where no criterion fits
) WITHOUT ROWID;

CREATE TABLE item_value (    -- one per coded agreement and topic; NULL: the coder gave nothing
    agreement_id INTEGER NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    item         TEXT NOT NULL REFERENCES item (id),
    value        INTEGER CHECK (value IN (0, 1)),
    PRIMARY KEY (agreement_id, item)
) WITHOUT ROWID;

CREATE INDEX finding_by_criterion ON finding (criterion, level);
CREATE INDEX item_value_by_item ON item_value (item, value);

-- Views look at the current run of each source: the one last worked on.

CREATE VIEW current_run AS
    SELECT run.* FROM run JOIN meta ON meta.key = 'current ' || run.source || ' run' AND meta.value = CAST(run.id AS TEXT);

CREATE VIEW result AS        -- one row per agreement that could be weighed
    SELECT a.id, r.source, a.name, a.title, a.instrument, a.year, a.year / 10 * 10 AS decade, a.pair, a.score,
           a.low, a.high, a.grade, a.capped_by
    FROM agreement a JOIN current_run r ON r.id = a.run_id WHERE a.status = 'done';

CREATE VIEW failure AS       -- one row per agreement that could not
    SELECT a.id, r.source, a.name, a.error
    FROM agreement a JOIN current_run r ON r.id = a.run_id WHERE a.status = 'failed';

CREATE VIEW finding_level AS -- agreements by criteria, one row per cell
    SELECT a.id AS agreement_id, r.source, a.name, a.title, a.instrument, a.year, a.pair, c.dimension,
           f.criterion, c.title AS criterion_title, f.status, f.level, f.met, f.contradicted, f.likely, f.doubtful
    FROM finding f
    JOIN agreement a ON a.id = f.agreement_id
    JOIN current_run r ON r.id = a.run_id
    JOIN criterion c ON c.run_id = r.id AND c.id = f.criterion;

CREATE VIEW best_quote AS    -- the clause behind each finding: where any works against it that, else the strongest
    SELECT l.source, l.name, l.criterion, l.level, l.contradicted, l.likely, l.doubtful, e.role, e.quote,
           e.citation, e.line
    FROM finding_level l
    JOIN evidence e ON e.agreement_id = l.agreement_id AND e.criterion = l.criterion AND e.fault = -1
                   AND e.position = 0 AND e.role <> 'nearest';

CREATE VIEW criterion_summary AS -- shares in percent of the agreements to which the criterion applies
    SELECT source, criterion, criterion_title, count(level) AS n,
           round(100.0 * sum(level >= 1) / count(level), 1) AS share_present,
           round(100.0 * sum(CASE WHEN level IS NOT NULL THEN met END) / count(level), 1) AS share_met,
           round(100.0 * sum(CASE WHEN level IS NOT NULL THEN contradicted END) / count(level), 1)
               AS share_contradicted,
           round(avg(level), 2) AS mean_level
    FROM finding_level GROUP BY source, criterion;

CREATE VIEW dimension_score AS
    SELECT a.source, a.id AS agreement_id, a.name, a.instrument, a.year, a.decade, a.pair, s.dimension, s.value
    FROM result a JOIN score s ON s.agreement_id = a.id;

CREATE VIEW mean_by_year AS
    SELECT source, year, dimension, count(value) AS n, round(avg(value), 1) AS mean, min(value) AS lowest,
           max(value) AS highest
    FROM dimension_score GROUP BY source, year, dimension;

CREATE VIEW mean_by_decade AS
    SELECT source, decade, dimension, count(value) AS n, round(avg(value), 1) AS mean, min(value) AS lowest,
           max(value) AS highest
    FROM dimension_score GROUP BY source, decade, dimension;

CREATE VIEW mean_by_pair AS
    SELECT source, pair, dimension, count(value) AS n, round(avg(value), 1) AS mean, min(value) AS lowest,
           max(value) AS highest
    FROM dimension_score GROUP BY source, pair, dimension;

CREATE VIEW mean_by_instrument AS
    SELECT source, instrument, dimension, count(value) AS n, round(avg(value), 1) AS mean,
           min(value) AS lowest, max(value) AS highest
    FROM dimension_score GROUP BY source, instrument, dimension;

-- Shares of the topics of a coding table, in percent of the agreements with a value; n of them have the topic.

CREATE VIEW topic AS         -- one row per coded agreement and topic that has a value
    SELECT a.id AS agreement_id, a.name, a.title, a.year, a.year / 10 * 10 AS decade, v.item, i.position, v.value
    FROM item_value v
    JOIN item i ON i.id = v.item
    JOIN agreement a ON a.id = v.agreement_id
    JOIN current_run r ON r.id = a.run_id
    WHERE v.value IS NOT NULL;

CREATE VIEW topic_share AS
    SELECT item, sum(value) AS n, 100.0 * sum(value) / count(*) AS share
    FROM topic GROUP BY item ORDER BY position;

CREATE VIEW topic_share_by_decade AS
    SELECT item, decade, sum(value) AS n, count(*) AS agreements, 100.0 * sum(value) / count(*) AS share
    FROM topic GROUP BY item, decade ORDER BY position, decade;

CREATE VIEW topic_share_by_country AS
    SELECT t.item, p.name AS country, sum(t.value) AS n, count(*) AS agreements,
           100.0 * sum(t.value) / count(*) AS share
    FROM topic t JOIN party p ON p.agreement_id = t.agreement_id
    GROUP BY t.item, p.name ORDER BY t.position, p.name;

CREATE VIEW topic_none AS    -- coded agreements that have none of the topics
    SELECT agreement_id, name, title, year FROM topic GROUP BY agreement_id HAVING max(value) = 0;
