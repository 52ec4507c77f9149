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
    SELECT a.id,
           CASE a.format WHEN 'coded' THEN 'coded' ELSE r.source END AS source, -- what its levels rest on
           a.name, a.title, a.instrument, a.year, a.year / 10 * 10 AS decade, a.pair, a.score,
           a.low, a.high, a.grade, a.capped_by, a.run_id
    FROM agreement a JOIN current_run r ON r.id = a.run_id WHERE a.status = 'done';

CREATE VIEW failure AS       -- one row per agreement that could not
    SELECT a.id, r.source, a.name, a.error
    FROM agreement a JOIN current_run r ON r.id = a.run_id WHERE a.status = 'failed';

CREATE VIEW finding_level AS -- agreements by criteria, one row per cell
    SELECT a.id AS agreement_id, a.source, a.name, a.title, a.instrument, a.year, a.pair, c.dimension,
           f.criterion, c.title AS criterion_title, f.status, f.level, f.met, f.contradicted, f.likely,
           f.doubtful, a.decade, f.score, f.weight, c.position
    FROM finding f
    JOIN result a ON a.id = f.agreement_id
    JOIN criterion c ON c.run_id = a.run_id AND c.id = f.criterion;

CREATE VIEW best_quote AS    -- the clause behind each finding: where any works against it that, else the strongest
    SELECT l.source, l.name, l.criterion, l.level, l.contradicted, l.likely, l.doubtful, e.role, e.quote,
           e.citation, e.line, e.level AS clause_level, l.agreement_id, l.title, l.year, l.pair
    FROM finding_level l
    JOIN evidence e ON e.agreement_id = l.agreement_id AND e.criterion = l.criterion AND e.fault = -1
                   AND e.position = 0 AND e.role <> 'nearest';

-- Shares in percent of the agreements to which the criterion applies.  A level is that of the clauses for the
-- criterion; *_net counts a finding that a clause works against as absent, as the score does.

CREATE VIEW criterion_summary AS
    SELECT source, criterion, criterion_title, count(level) AS n,
           round(100.0 * sum(level >= 1) / count(level), 3) AS share_present,
           round(100.0 * sum(CASE WHEN level IS NOT NULL THEN met END) / count(level), 3) AS share_met,
           round(100.0 * sum(CASE WHEN level IS NOT NULL THEN contradicted END) / count(level), 3)
               AS share_contradicted,
           round(avg(level), 3) AS mean_level,
           round(100.0 * sum(level >= 1 AND NOT contradicted) / count(level), 3) AS share_present_net,
           round(avg(CASE WHEN contradicted THEN min(level, 0) ELSE level END), 3) AS mean_level_net,
           dimension, position
    FROM finding_level GROUP BY source, criterion ORDER BY source, position;

CREATE VIEW dimension_score AS
    SELECT a.source, a.id AS agreement_id, a.name, a.instrument, a.year, a.decade, a.pair, s.dimension,
           s.value, s.low, s.high, s.criteria, s.met, s.contradicted, s.not_applicable
    FROM result a JOIN score s ON s.agreement_id = a.id;

CREATE VIEW scored AS        -- an agreement's overall score (dimension 'all') and that in each dimension
    SELECT source, id AS agreement_id, name, instrument, year, decade, pair, 'all' AS dimension,
           score AS value, low, high
    FROM result
    UNION ALL
    SELECT source, agreement_id, name, instrument, year, decade, pair, dimension, value, low, high
    FROM dimension_score;

-- What the means below have in common.  sd is that of the sample; its root is taken by Newton's method, as
-- not every SQLite has sqrt().

CREATE VIEW spread AS
    SELECT kind, source, part, dimension, n, round(mean, 3) AS mean, lowest, highest,
           CASE WHEN variance > 0 THEN (
               WITH RECURSIVE root (x, step) AS (
                   SELECT variance, 0
                   UNION ALL SELECT (x + variance / x) / 2, step + 1 FROM root WHERE step < 30)
               SELECT round(x, 3) FROM root ORDER BY step DESC LIMIT 1)
           WHEN n > 1 THEN 0.0 END AS sd
    FROM (
        SELECT kind, source, part, dimension, count(value) AS n, avg(value) AS mean, min(value) AS lowest,
               max(value) AS highest,
               CASE WHEN count(value) > 1 THEN
                   (sum(value * value) - sum(value) * sum(value) / count(value)) / (count(value) - 1)
               END AS variance
        FROM (
            SELECT 'year' AS kind, source, year AS part, dimension, value FROM scored
            UNION ALL SELECT 'decade', source, decade, dimension, value FROM scored
            UNION ALL SELECT 'pair', source, pair, dimension, value FROM scored
            UNION ALL SELECT 'instrument', source, instrument, dimension, value FROM scored)
        GROUP BY kind, source, part, dimension);

CREATE VIEW mean_by_year AS
    SELECT source, part AS year, dimension, n, mean, lowest, highest, sd FROM spread WHERE kind = 'year';

CREATE VIEW mean_by_decade AS
    SELECT source, part AS decade, dimension, n, mean, lowest, highest, sd FROM spread WHERE kind = 'decade';

CREATE VIEW mean_by_pair AS
    SELECT source, part AS pair, dimension, n, mean, lowest, highest, sd FROM spread WHERE kind = 'pair';

CREATE VIEW mean_by_instrument AS
    SELECT source, part AS instrument, dimension, n, mean, lowest, highest, sd FROM spread
    WHERE kind = 'instrument';

-- Shares of the topics of a coding table, in percent of the agreements with a value; n of them have the topic.

CREATE VIEW topic AS         -- one row per coded agreement and topic that has a value
    SELECT a.id AS agreement_id, a.name, a.title, a.year, a.year / 10 * 10 AS decade, v.item, i.position, v.value
    FROM item_value v
    JOIN item i ON i.id = v.item
    JOIN agreement a ON a.id = v.agreement_id
    JOIN current_run r ON r.id = a.run_id
    WHERE v.value IS NOT NULL;

CREATE VIEW topic_share AS
    SELECT item, sum(value) AS n, 100.0 * sum(value) / count(*) AS share, count(*) AS agreements
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
