/* The table of formats. */
#include "reports/report.h"

#include "reports/formats.h"

#include <string.h>

static const struct bma_report reports[] = {
    {"text", bma_report_text},         {"json", bma_report_json},     {"html", bma_report_html},
    {"markdown", bma_report_markdown}, {"csv", bma_report_csv},       {"sarif", bma_report_sarif},
    {"junit", bma_report_junit},       {"github", bma_report_github}, {NULL, NULL},
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
