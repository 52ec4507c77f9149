/* The table of formats. */
#include "reports/report.h"

#include "reports/formats.h"

#include <string.h>

static const struct bma_report reports[] = {
    {"text", ".txt", "a card for the terminal", bma_report_text},
    {"json", ".json", "everything, for programs (docs/scorecard.schema.json)", bma_report_json},
    {"html", ".html", "a page to read, print and file, with the draft's text", bma_report_html},
    {"markdown", ".md", "a comment on a pull request", bma_report_markdown},
    {"csv", ".csv", "a row per agreement and criterion, for spreadsheets", bma_report_csv},
    {"sarif", ".sarif", "code-review annotations (SARIF 2.1.0)", bma_report_sarif},
    {"junit", ".xml", "test results for a pipeline (JUnit XML)", bma_report_junit},
    {"github", ".txt", "workflow commands that annotate a draft on GitHub", bma_report_github},
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
