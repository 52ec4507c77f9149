/* The table of formats. */
#include "reports/report.h"

#include "reports/formats.h"

#include <string.h>

static const struct bma_report reports[] = {
    {"text", ".txt", "a card for the terminal", bma_report_text},
    {"json", ".json", "everything, for programs (docs/scorecard.schema.json)", bma_report_json},
    {NULL, NULL, NULL, NULL},
};

const struct bma_report *bma_reports(void)
{
    return reports;
}

const struct bma_report *bma_report_find(const char *name)
{
    for (const struct bma_report *report = reports; report->name != NULL; report++)
        if (strcmp(report->name, name) == 0)
            return report;
    return NULL;
}
