/* A program of somebody else: nothing but the public headers. */
#include "bma/bma.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 1 << 20 };

/* What each report has in it that no other report has. */
static const char *const formats[][2] = {
    {"text", "points and grade"}, {"json", "\"bma-scorecard/1\""},
    {"html", "<!DOCTYPE html>"},  {"markdown", "## "},
    {"csv", "agreement,"},        {"sarif", "\"$schema\""},
    {"junit", "<testsuites"},     {"github", "::"},
};

static size_t read_all(const char *path, char *bytes)
{
    FILE *file = fopen(path, "rb");
    size_t length = file != NULL ? fread(bytes, 1, MOST, file) : 0;

    if (file != NULL)
        fclose(file);
    return length;
}

/* The file, and its bytes under its name, give the same report in every format. */
static int check_formats(struct bma *bma, const char *path, const char *bytes, size_t size)
{
    char *one, *other;
    size_t length;

    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (bma_check_file(bma, path, formats[i][0], &one, &length, NULL) != BMA_OK ||
            bma_check_text(bma, path, bytes, size, formats[i][0], &other, NULL, NULL) != BMA_OK ||
            strlen(one) != length || strstr(one, formats[i][1]) == NULL || strcmp(one, other) != 0) {
            fprintf(stderr, "%s: not the report that was expected\n", formats[i][0]);
            return 1;
        }
        bma_report_free(one);
        bma_report_free(other);
    }
    return 0;
}

/* What fails gives no report, and says why to those who want to know. */
static int check_failures(struct bma *bma, const char *path)
{
    struct bma_error error;
    char *report = "", line[64];
    size_t length = 7;

    if (bma_check_file(bma, path, "no such format", &report, &length, &error) != BMA_ERROR_USAGE ||
        report != NULL || length != 7)
        return 1;
    if (bma_check_file(bma, "no such file", "json", &report, &length, &error) != BMA_ERROR_IO)
        return 2;
    bma_error_format(&error, line, sizeof line);
    if (strncmp(line, "no such file: ", 14) != 0)
        return 3;
    if (bma_check_text(bma, path, NULL, 0, "json", &report, &length, &error) != BMA_ERROR_INPUT ||
        report != NULL)
        return 4;
    return bma_check_file(bma, "no such file", "json", &report, NULL, NULL) == BMA_OK ? 5 : 0;
}

int main(int count, char **arguments)
{
    char *bytes = malloc(MOST);
    struct bma *bma = NULL;
    int failed = 1;

    if (count == 3 && bytes != NULL && bma_open("no such pack", NULL, &bma, NULL) != BMA_OK &&
        bma_open(arguments[1], NULL, &bma, NULL) == BMA_OK)
        failed = check_failures(bma, arguments[2]);
    if (!failed)
        failed = check_formats(bma, arguments[2], bytes, read_all(arguments[2], bytes));
    if (!failed && *bma_version() == '\0')
        failed = 6;
    bma_close(bma);
    bma_close(NULL);
    bma_report_free(NULL);
    free(bytes);
    return failed;
}
