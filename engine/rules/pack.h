/*
 * A rule pack: manifest, catalogue, lexicon, scoring and one Lua rule per
 * criterion.  Loaded and checked as a whole, immutable afterwards, shared by
 * all workers.  Packs are not trusted (docs/architecture.md, "Trust").
 */
#ifndef BMA_RULES_PACK_H
#define BMA_RULES_PACK_H

#include "base/error.h"
#include "findings/finding.h"
#include "language/lexicon.h"
#include "rules/network.h"
#include "rules/telling.h"

#include <stdbool.h>
#include <stddef.h>

/* One line of pack.yaml's `dimensions`. */
struct bma_dimension {
    const char *id;   /* "HR" */
    const char *name; /* "Human rights and protection" */
};

/* One concept group or excluded group of a query, resolved: any of `concepts` will do. */
struct bma_any_of {
    const uint32_t *concepts;
    uint32_t count;
};

enum bma_polarity { BMA_POLARITY_AFFIRMED, BMA_POLARITY_FORBIDDEN, BMA_POLARITY_RELEASED, BMA_POLARITY_ANY };

/* One entry of looks_for or against (docs/writing-rules.md). */
struct bma_query {
    struct bma_any_of *all; /* every group must occur in the clause; [0] is the focus */
    uint32_t all_count;
    struct bma_any_of *none;
    uint32_t none_count;
    struct bma_any_of topic;   /* heading of an enclosing division; count 0 = not asked */
    struct bma_any_of context; /* anywhere in the same article */
    unsigned actors, not_actors;
    enum bma_polarity polarity;
    int near;                   /* tokens between focus and the others; 0 = the whole clause */
    int most;                   /* the level is not above this; 4 = no cap */
    int least;                  /* the operative level is not below this; 0 = none */
    bool elsewhere, definition; /* clauses of other instruments, and definitions, count too */
    bool row;                   /* only a row of a table does */
    uint32_t line;              /* in the rule's file */
};

/* What counts as operational for a rule beyond the general elements. */
enum bma_window { BMA_WINDOW_CLAUSE, BMA_WINDOW_PARAGRAPH, BMA_WINDOW_ARTICLE };

struct bma_rule {
    const char *id; /* "HR-1" */
    const char *title;
    uint32_t dimension;         /* index into the pack's dimensions */
    const char *file;           /* path inside the pack */
    const char *const *answers; /* recommendation ids */
    uint32_t answer_count;
    struct bma_query *looks_for;
    uint32_t looks_for_count;
    struct bma_query *against;
    uint32_t against_count;
    enum bma_window window;
    struct bma_any_of body, procedure; /* concepts that count as that element for this rule */
    struct bma_any_of inherent;        /* concepts that do not count as elements for this rule */
    bool has_check, has_applies;       /* Lua functions, run by the host */
    const char *const *dossier;        /* keys of dossier facts that answer it */
    uint32_t dossier_count;
    const char *advice[BMA_LEVEL_OPERATIONAL]; /* by level 0–3: what is missing */
    const char *advice_contradicted;
    const char *wording; /* suggested clause */
};

/*
 * Two clauses that defeat each other (CX-3): coherence/<name>.lua, data alone
 * (docs/coherence.md).  There is a conflict when a clause answers a query of `one` and another
 * clause, which binds or permits, a query of `other`.
 */
struct bma_conflict {
    const char *name;    /* of the file, without its ending */
    const char *file;    /* path inside the pack */
    const char *title;   /* what is at odds, in a few words */
    const char *message; /* one sentence; {one} and {other} stand for the places */
    bool within;         /* one clause may be both sides */
    const char *against; /* id of the rule that the other side has to work against as well; or NULL */
    struct bma_query *one, *other;
    uint32_t one_count, other_count;
};

enum bma_answered { BMA_ANSWERED_DRAFT, BMA_ANSWERED_DOSSIER, BMA_ANSWERED_POLICY };

struct bma_recommendation {
    const char *id;      /* "S5-1" */
    const char *session; /* "5" */
    const char *gist;
    enum bma_priority priority;
    bool draft, dossier; /* how it can be answered; neither = policy */
    const char *reason;  /* policy: why no draft is scored on it; else "" */
    const char *const *criteria;
    uint32_t criterion_count;
};

/* What one term says for or against one model; there are many of them, so that they are small. */
struct bma_term_weight {
    uint16_t model;
    int16_t weight;
};
enum { BMA_NO_MODEL = UINT16_MAX };

/* How what is known of a whole document is weighed (standing.h): of what counts, and of what works against.
 */
enum { BMA_STANDING_FEATURES = 13, BMA_STANDING_MOST = 10000 /* of a weight, so that no sum runs over */ };
struct bma_standing_weights {
    int32_t side[2][BMA_STANDING_FEATURES]; /* hundredths */
    int32_t *bias;                          /* per model, hundredths of log odds */
};

/*
 * What a pack has learned; in the pack's arena or its image.  Rule r has two models: 2r tells the clauses
 * that count for it, 2r + 1 those that work against it.  Terms are numbered as telling.h says.
 */
struct bma_likeness {
    int32_t *bias;     /* per model, before its first term; BMA_NEVER_ALIKE where nothing was learned */
    uint32_t *first;   /* weights of term t: [first[t], first[t + 1]); term_count + 1 of them */
    size_t term_count; /* 0: the pack has no likeness.csv */
    size_t stem_terms; /* terms below are of single stems */
    struct bma_pairs pairs;
    struct bma_term_weight *weights;
    size_t weight_count;
    struct bma_network network; /* a second voice, of the same models */
    uint32_t *vector_of;        /* per term: its vector there, + 1; 0: it has none */
    struct bma_standing_weights standing;
};
enum { BMA_LOG_ODDS = 100 /* scores and weights are hundredths */, BMA_NEVER_ALIKE = -1000000 };
enum { BMA_MODELS_PER_RULE = 2 };

/* The model of what counts for a rule, or of what works against it. */
static inline uint32_t bma_model_of(uint32_t rule, bool against)
{
    return rule * BMA_MODELS_PER_RULE + against;
}
static inline uint32_t bma_model_rule(uint32_t model)
{
    return model / BMA_MODELS_PER_RULE;
}
static inline bool bma_model_is_against(uint32_t model)
{
    return model % BMA_MODELS_PER_RULE != 0;
}

struct bma_scoring; /* scoring/scoring.h */

/* How a file of a pack presents itself (pack_seen.h); all 0: it is not there. */
struct bma_look {
    uint64_t mode, device, inode;
    int64_t size, modified, modified_ns, changed, changed_ns;
};
struct bma_seen {
    const char *path;
    struct bma_look look;
};

struct bma_pack {
    struct bma_arena arena;
    const char *folder;
    const char *id, *version, *title, *report;
    char sha256[65]; /* over names and contents of all its files, in name order */
    struct bma_lexicon *lexicon;
    struct bma_dimension *dimensions;
    uint32_t dimension_count;
    struct bma_rule *rules; /* in the order of the manifest's dimensions, then by number */
    uint32_t rule_count;
    struct bma_conflict *conflicts; /* in the order of their names */
    uint32_t conflict_count;
    struct bma_recommendation *recommendations;
    uint32_t recommendation_count;
    struct bma_likeness likeness;
    const char *scoring_text; /* scoring.yaml as it stands; scoring/ reads it */
    size_t scoring_length;
    struct bma_rule_source *sources; /* the Lua chunks, for hosts; private to this room */
    const char *image;               /* that lexicon and rules lie in (pack_cache.h), or NULL */
    size_t image_length;
    struct bma_seen *seen; /* its files, where they can be relied upon; else none */
    uint32_t seen_count;
};

/*
 * Reads and checks the pack in folder; the first fault is the error.  `cache` is the user's own folder for
 * compiled packs (pack_cache.h); "": there is none, so that nothing is kept; NULL: nor is anything used that
 * was compiled before.
 */
enum bma_status bma_pack_load(const char *folder, const char *cache, struct bma_pack **out,
                              struct bma_error *error);
void bma_pack_free(struct bma_pack *pack);

/* Takes these bytes for its likeness.csv.  Its sha256 stays that of the files; hosts are to be made anew. */
enum bma_status bma_pack_relearn(struct bma_pack *pack, const char *bytes, size_t length,
                                 struct bma_error *error);

/*
 * Catalogue and rules cover each other where every criterion that a recommendation names has a rule that
 * answers it, and every answer of a rule is asked for there.  While a pack grows, bma_pack_load() lets it
 * pass; `bma rules --coverage` does not.
 */
enum bma_cover { BMA_COVERED, BMA_COVER_NO_RULE, BMA_COVER_NO_ANSWER };
enum bma_cover bma_pack_cover(const struct bma_pack *pack, const struct bma_recommendation *asked,
                              const char *criterion);
/* Whether the catalogue names the criterion under the recommendation that its rule answers. */
bool bma_pack_asks(const struct bma_pack *pack, const char *recommendation, const char *criterion);

/* Models of its likeness. */
static inline uint32_t bma_models_of(const struct bma_pack *pack)
{
    return pack->rule_count * BMA_MODELS_PER_RULE;
}

/* The highest priority among the recommendations that name the criterion; where none does, the lowest. */
enum bma_priority bma_pack_priority(const struct bma_pack *pack, const char *criterion);

/* Whether it is a fault between clauses (CX-…), which the engine finds without a rule. */
bool bma_pack_is_fault(const char *criterion);

/* Index of the rule, recommendation; BMA_NONE when there is none of that id. */
uint32_t bma_pack_find_rule(const struct bma_pack *pack, const char *id);
uint32_t bma_pack_find_recommendation(const struct bma_pack *pack, const char *id);

#endif
