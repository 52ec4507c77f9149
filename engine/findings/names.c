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

void bma_finding_fault(const struct bma_finding *finding, struct bma_buffer *out)
{
    if (finding->error_file != NULL)
        bma_buffer_adds(out, finding->error_file);
    if (finding->error_line > 0)
        bma_buffer_addf(out, ":%u", (unsigned)finding->error_line);
    bma_buffer_addf(out, ": %s", finding->error != NULL ? finding->error : "");
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
