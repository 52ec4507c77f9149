-- The results database: what `bma corpus`, `bma import --coded` and `bma merge` write and what `bma compare`
-- and `bma agreement` read.  Columns, units and views are documented in docs/corpus.md.
-- Nothing here depends on the time of day, on the machine or on the number of workers.

CREATE TABLE meta (          -- one row per key: 'schema' names the form of this database
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE run (           -- what results were made with; the same engine, pack and profile is the same run
    id           INTEGER PRIMARY KEY,
    source       TEXT NOT NULL CHECK (source IN ('text', 'coded')),
    engine       TEXT NOT NULL,
    pack         TEXT NOT NULL,
    pack_version TEXT NOT NULL,
    pack_sha256  TEXT NOT NULL,
    profile      TEXT NOT NULL,
    UNIQUE (source, engine, pack_sha256, profile)
);

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
    pair       TEXT,           -- names of the parties in alphabetical order, " – " between; NULL where unknown
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
    name         TEXT NOT NULL,
    role         TEXT,         -- 'origin', 'destination', 'both' or NULL
    PRIMARY KEY (agreement_id, position)
) WITHOUT ROWID;

CREATE TABLE finding (       -- one per agreement and criterion
    agreement_id INTEGER NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    criterion    TEXT NOT NULL,
    status       TEXT NOT NULL CHECK (status IN ('decided', 'not-applicable', 'undecided', 'error')),
    level        INTEGER CHECK (level BETWEEN 0 AND 4),   -- NULL unless decided
    contradicted INTEGER NOT NULL CHECK (contradicted IN (0, 1)),
    score        REAL,
    weight       REAL,
    reason       TEXT NOT NULL,
    PRIMARY KEY (agreement_id, criterion)
) WITHOUT ROWID;

CREATE TABLE evidence (
    agreement_id INTEGER NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    criterion    TEXT NOT NULL,    -- or the id of a coherence fault
    position     INTEGER NOT NULL, -- strongest first, from 0
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
