#include "corpus/coded_case.h"

#include "scoring/scoring.h"

#include <string.h>

/* The finding of the criterion that a coder names; NULL with *error set where the pack has none. */
static struct bma_finding *finding_of(const struct bma_session *session, struct bma_check *check,
                                      const struct bma_coding *coding, struct bma_error *error)
{
    uint32_t rule = bma_pack_find_rule(session->pack, coding->criterion);

    if (rule != BMA_NONE)
        return &check->findings.items[rule];
    bma_error_set(error, BMA_ERROR_INPUT, check->agreement->path, coding->line, 0,
                  "pack %s has no criterion \"%s\"", session->pack->id, coding->criterion);
    return NULL;
}

static const char *reason_of(const struct bma_coding *coding, const char *says, struct bma_arena *arena)
{
    const char *comma = *coding->article != '\0' && *coding->note != '\0' ? ", " : "";

    if (*coding->article == '\0' && *coding->note == '\0')
        return bma_arena_printf(arena, "%s", says);
    return bma_arena_printf(arena, "%s: %s%s%s", says, coding->article, comma, coding->note);
}

static enum bma_status decide(const struct bma_session *session, struct bma_check *check,
                              const struct bma_coding *coding, struct bma_error *error)
{
    struct bma_finding *finding = finding_of(session, check, coding, error);

    if (finding == NULL)
        return BMA_ERROR_INPUT;
    finding->status = coding->level < 0 ? BMA_FINDING_NOT_APPLICABLE : BMA_FINDING_DECIDED;
    finding->level = coding->level < 0 ? 0 : coding->level;
    finding->contradicted = coding->contradicted;
    finding->reason = reason_of(coding, "Coded", &check->arena);
    return finding->reason != NULL ? BMA_OK : bma_error_memory(error);
}

static enum bma_status leave_open(const struct bma_session *session, struct bma_check *check,
                                  const struct bma_coding *coding, struct bma_error *error)
{
    struct bma_finding *finding = finding_of(session, check, coding, error);

    if (finding == NULL)
        return BMA_ERROR_INPUT;
    finding->reason = reason_of(coding, "The coder gave no value that decides it", &check->arena);
    return finding->reason != NULL ? BMA_OK : bma_error_memory(error);
}

/* Every criterion as nobody has looked at it; what was coded is put in its place. */
static enum bma_status find_all(const struct bma_session *session, struct bma_check *check,
                                struct bma_error *error)
{
    const struct bma_case *agreement = check->agreement;
    struct bma_findings *findings = &check->findings;
    enum bma_status status = BMA_OK;

    *findings = (struct bma_findings){.count = session->pack->rule_count};
    findings->items = bma_arena_calloc(&check->arena, findings->count + 1u, sizeof *findings->items);
    if (findings->items == NULL)
        return bma_error_memory(error);
    for (uint32_t i = 0; i < findings->count; i++)
        findings->items[i] = (struct bma_finding){.criterion = session->pack->rules[i].id,
                                                  .status = BMA_FINDING_UNDECIDED,
                                                  .advice = "",
                                                  .wording = ""};
    for (size_t i = 0; i < agreement->coding_count && status == BMA_OK; i++)
        status = decide(session, check, &agreement->codings[i], error);
    for (size_t i = 0; i < agreement->left_open_count && status == BMA_OK; i++)
        status = leave_open(session, check, &agreement->left_open[i], error);
    return status;
}

/* The weights of what was coded: what has no reason yet is what nobody has looked at. */
static enum bma_status leave_out(struct bma_check *check, const char *silent, struct bma_scoring *scoring,
                                 struct bma_error *error)
{
    uint32_t count = check->findings.count;
    double *weights = bma_arena_calloc(&check->arena, count + 1u, sizeof *weights);

    if (weights == NULL)
        return bma_error_memory(error);
    for (uint32_t i = 0; i < count; i++) {
        struct bma_finding *finding = &check->findings.items[i];
        if (finding->reason != NULL)
            weights[i] = scoring->rule_weights[i];
        else
            finding->reason = silent;
    }
    scoring->rule_weights = weights;
    return BMA_OK;
}

enum bma_status bma_coded_case_weigh(const struct bma_session *session, struct bma_check *check,
                                     const char *silent, struct bma_error *error)
{
    struct bma_scoring scoring = *session->scoring; /* its weights, the profile's for everything else */
    enum bma_status status = find_all(session, check, error);

    check->text = (struct bma_annotated){.document = check->agreement->document};
    if (status == BMA_OK)
        status = leave_out(check, silent, &scoring, error);
    if (status != BMA_OK)
        return status;
    return bma_scorecard_make(&scoring, session->pack, check->agreement, &check->text, &check->findings,
                              session->review, &check->arena, &check->card, error);
}
