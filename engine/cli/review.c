/* What a review brings beside the draft: waivers, the day, the baseline, the voice. */
#include "cli/cli.h"

#include "base/memory.h"
#include "cli/review.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

bool cli_any_case_file(char **files, int count)
{
    for (int i = 0; i < count; i++)
        if (bma_is_case_file(files[i]))
            return true;
    return false;
}

static bool write_day(time_t seconds, char out[CLI_DAY])
{
    struct tm day;

    return gmtime_r(&seconds, &day) != NULL && strftime(out, CLI_DAY, "%Y-%m-%d", &day) == CLI_DAY - 1;
}

/* --today, else SOURCE_DATE_EPOCH, else the system's date (UTC); false after saying why none will do. */
static bool find_day(const char *asked, char out[CLI_DAY])
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    long long seconds;
    char *end;

    if (asked != NULL && !bma_is_date(asked)) {
        cli_say("--today takes a date such as 2027-06-30, not '%s'", asked);
        return false;
    }
    if (asked != NULL) {
        memcpy(out, asked, CLI_DAY - 1);
        out[CLI_DAY - 1] = '\0';
        return true;
    }
    if (epoch == NULL || *epoch == '\0')
        return write_day(time(NULL), out);
    errno = 0;
    seconds = strtoll(epoch, &end, 10);
    if (errno == 0 && end != epoch && *end == '\0' && seconds >= 0 && write_day((time_t)seconds, out))
        return true;
    cli_say("SOURCE_DATE_EPOCH takes a number of seconds since 1970, not '%s'", epoch);
    return false;
}

void cli_review_say_uncovered(const struct cli_review *review, const char *path)
{
    if (!bma_baseline_covers(&review->review, path))
        cli_say("%s: is not in the baseline %s, so that all its shortfalls are new", path,
                review->baseline_file);
}

int cli_review_open(const struct cli_values *values, const struct bma_session *session,
                    struct cli_review *out)
{
    struct bma_error error;

    *out = (struct cli_review){.baseline_file = values->baseline};
    if (!find_day(values->today, out->day))
        return CLI_EXIT_ERROR;
    if (values->waivers != NULL && bma_waivers_read(values->waivers, &out->waivers, &error) != BMA_OK)
        return cli_fail(&error);
    if (values->baseline != NULL &&
        bma_baseline_read(values->baseline, session->pack, &out->baseline, &error) != BMA_OK)
        return cli_fail(&error);
    out->review = (struct bma_review){.voice = (enum bma_voice_choice)values->voice,
                                      .waivers = out->waivers,
                                      .today = out->day,
                                      .baseline = out->baseline};
    if (values->fail_level + BMA_LEVEL_MENTIONED > session->scoring->met)
        out->review.least = values->fail_level + BMA_LEVEL_MENTIONED;
    return CLI_EXIT_OK;
}

void cli_review_close(struct cli_review *review)
{
    bma_case_free(review->waivers);
    bma_baseline_free(review->baseline);
    memset(review, 0, sizeof *review);
}

/* What thresholds look at: shortfalls that neither a waiver nor the baseline takes out. */
bool cli_is_below(const struct cli_values *values, const struct bma_scorecard *card)
{
    bool scored = card->overall.value >= values->min_score || /* NaN, nothing that applies, is no pass */
                  (!isnan(card->overall.value) && !(card->counted.value < values->min_score));

    if (values->min_score >= 0 && !scored)
        return true;
    for (uint32_t i = 0; values->fail_level >= 0 && i < card->findings->count; i++) {
        struct bma_judgement judged = bma_card_judged(card, i);
        if (bma_card_counts(card, i) && (judged.status != BMA_FINDING_DECIDED || judged.contradicted ||
                                         judged.level < values->fail_level + BMA_LEVEL_MENTIONED))
            return true;
    }
    return false;
}
