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

const char *bma_finding_status_name(enum bma_finding_status status)
{
    static const char *const names[] = {"decided", "not-applicable", "undecided", "error"};

    return pick(names, sizeof names / sizeof *names, (size_t)status);
}

const char *const bma_priority_names[] = {"supplementary", "standard", "critical", NULL};

const char *bma_priority_name(enum bma_priority priority)
{
    return pick(bma_priority_names, sizeof bma_priority_names / sizeof *bma_priority_names - 1,
                (size_t)priority);
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
