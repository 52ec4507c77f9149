/* The words by which findings are named in reports, JSON and the command line. */
#include "findings/finding.h"

#include <stddef.h>

static const char *pick(const char *const *names, size_t count, size_t index)
{
    return index < count ? names[index] : "";
}

const char *bma_level_name(int level)
{
    static const char *const names[] = {"absent", "mentioned", "soft", "binding", "operational"};

    return level < 0 ? "not applicable" : pick(names, 5, (size_t)level);
}

const char *bma_evidence_role_name(enum bma_evidence_role role)
{
    static const char *const names[] = {"supports",    "operates",  "weaker",
                                        "contradicts", "conflicts", "nearest"};

    return pick(names, sizeof names / sizeof *names, (size_t)role);
}

const char *bma_voice_name(enum bma_voice voice)
{
    static const char *const names[] = {"text", "dossier", "coder"};

    return pick(names, sizeof names / sizeof *names, (size_t)voice);
}

const char *bma_reason_name(enum bma_reason reason)
{
    static const char *const names[] = {
        [BMA_REASON_COUNTS] = "counts",
        [BMA_REASON_ZONE] = "zone",
        [BMA_REASON_PREAMBLE] = "preamble",
        [BMA_REASON_AIM] = "aim",
        [BMA_REASON_SOFT] = "soft",
        [BMA_REASON_HEDGED] = "hedged",
        [BMA_REASON_NON_BINDING] = "non-binding",
        [BMA_REASON_RELEASED] = "released",
        [BMA_REASON_POLARITY] = "polarity",
        [BMA_REASON_EXCLUDED] = "excluded",
        [BMA_REASON_ACTOR] = "actor",
        [BMA_REASON_TOPIC] = "topic",
        [BMA_REASON_ELSEWHERE] = "elsewhere",
        [BMA_REASON_DEFINITION] = "definition",
        [BMA_REASON_FAR] = "far",
        [BMA_REASON_CAPPED] = "capped",
        [BMA_REASON_CONTEXT] = "context",
        [BMA_REASON_ANNEX] = "annex",
        [BMA_REASON_FRAGMENT] = "fragment",
        [BMA_REASON_ALIEN] = "alien",
    };

    return pick(names, sizeof names / sizeof *names, (size_t)reason);
}
