/*
 * PDF, by poppler's pdftotext: another program, so that its licence and its
 * faults stay its own.  It runs without a shell, with nothing open but its
 * three streams, within limits of time, memory and output, and sees the very
 * bytes that were hashed, not a path.
 */
#include "readers/extract.h"

#include "base/memory.h"
#include "document/document.h"
#include "readers/gutter.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    CPU_SECONDS = 30,
    WALL_SECONDS = 60,
    MEBIBYTE = 1024 * 1024,
    MEMORY = 1024,
    OPEN_FILES = 32,
    NOT_RUN = 127
};

static const char *const standard_path = "/usr/local/bin:/usr/bin:/bin";

/* The program in a folder of PATH that is named from the root. */
static bool find_program(char *out, size_t size)
{
    const char *folders = getenv("PATH");

    if (folders == NULL || *folders == '\0')
        folders = standard_path;
    while (*folders != '\0') {
        size_t length = strcspn(folders, ":");
        int written = snprintf(out, size, "%.*s/pdftotext", (int)(length < size ? length : size), folders);
        if (*folders == '/' && written > 0 && (size_t)written < size && access(out, X_OK) == 0)
            return true;
        folders += length + (folders[length] == ':');
    }
    return false;
}

/* ---- the child ---- */

static void limit(int resource, rlim_t most)
{
    struct rlimit limits = {most, most};

    (void)setrlimit(resource, &limits);
}

/* Between fork and exec: nothing but system calls, as other threads' locks may be held for ever. */
static void become(const char *program, int input, int output, long most_files)
{
    char *const arguments[] = {(char *)"pdftotext", (char *)"-enc", (char *)"UTF-8",
                               (char *)"-eol",      (char *)"unix", (char *)"-layout",
                               (char *)"-",         (char *)"-",    NULL};
    char *const environment[] = {(char *)"LC_ALL=C", (char *)"PATH=/usr/bin:/bin", NULL};
    int nothing = open("/dev/null", O_WRONLY);
    sigset_t none;

    if (nothing < 0 || dup2(input, STDIN_FILENO) < 0 || dup2(output, STDOUT_FILENO) < 0 ||
        dup2(nothing, STDERR_FILENO) < 0)
        _exit(NOT_RUN);
    for (int descriptor = STDERR_FILENO + 1; descriptor < most_files; descriptor++)
        close(descriptor);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    limit(RLIMIT_CPU, CPU_SECONDS);
    limit(RLIMIT_AS, (rlim_t)MEMORY * MEBIBYTE);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, OPEN_FILES);
    execve(program, arguments, environment);
    _exit(NOT_RUN);
}

/* ---- the parent ---- */

static long now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (long)time.tv_sec;
}

/* Whether the child's output came to its end, within the limits of size and time. */
static bool drain(int output, struct bma_buffer *text)
{
    long end = now() + WALL_SECONDS;
    char block[16384];

    while (now() < end && text->length <= BMA_DOCUMENT_MAX_BYTES && !text->failed) {
        struct pollfd wait = {.fd = output, .events = POLLIN};
        ssize_t got;
        if (poll(&wait, 1, 1000) <= 0)
            continue;
        got = read(output, block, sizeof block);
        if (got == 0)
            return true;
        if (got < 0 && errno != EINTR)
            return false;
        if (got > 0)
            bma_buffer_add(text, block, (size_t)got);
    }
    return false;
}

static int await(pid_t child)
{
    int status = -1;

    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    return status;
}

/* The exit status as waitpid gives it, or -1; *whole: all the output was read. */
static int run(const char *program, int input, struct bma_buffer *text, bool *whole)
{
    long most_files = sysconf(_SC_OPEN_MAX);
    int ends[2], status = -1;
    pid_t child;

    *whole = false;
    if (pipe(ends) != 0)
        return -1;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    child = fork();
    if (child == 0)
        become(program, input, ends[1], most_files > 0 && most_files < 65536 ? most_files : 65536);
    close(ends[1]);
    if (child > 0) {
        *whole = drain(ends[0], text);
        if (!*whole)
            kill(child, SIGKILL);
        status = await(child);
    }
    close(ends[0]);
    return status;
}

/* The bytes as a file that has no name. */
static FILE *unnamed(const char *bytes, size_t length)
{
    FILE *stream = tmpfile();

    if (stream == NULL)
        return NULL;
    if (fwrite(bytes, 1, length, stream) == length && fflush(stream) == 0 &&
        lseek(fileno(stream), 0, SEEK_SET) == 0)
        return stream;
    fclose(stream);
    return NULL;
}

/* ---- what came of it ---- */

static bool contains(const char *bytes, size_t length, const char *word)
{
    size_t size = strlen(word);

    for (const char *at = bytes, *end = bytes + length; (size_t)(end - at) >= size; at++) {
        at = memchr(at, word[0], (size_t)(end - at) - size + 1);
        if (at == NULL)
            return false;
        if (memcmp(at, word, size) == 0)
            return true;
    }
    return false;
}

static enum bma_status refuse(const char *path, const char *what, struct bma_error *error)
{
    return bma_error_set(error, BMA_ERROR_INPUT, path, 0, 0, "%s", what);
}

static bool has_letters(const struct bma_buffer *text)
{
    for (size_t i = 0; i < text->length; i++) {
        unsigned char byte = (unsigned char)text->bytes[i];
        if (byte > ' ' && byte != 0x7f && (byte < '0' || byte > '9'))
            return true;
    }
    return false;
}

static enum bma_status judge(int status, bool whole, bool encrypted, const struct bma_extract *out,
                             struct bma_error *error)
{
    if (out->text.failed)
        return bma_error_memory(error);
    if (!whole || status < 0 || !WIFEXITED(status))
        return bma_error_set(
            error, BMA_ERROR_LIMIT, out->path, 0, 0,
            "pdftotext went beyond its limits (%d s of work, %d MiB of memory, %d MiB of text)", CPU_SECONDS,
            MEMORY, BMA_DOCUMENT_MAX_BYTES / MEBIBYTE);
    if (WEXITSTATUS(status) == NOT_RUN)
        return bma_error_set(error, BMA_ERROR_IO, out->path, 0, 0, "pdftotext could not be run");
    if (WEXITSTATUS(status) != 0)
        return refuse(out->path,
                      encrypted ? "the PDF is encrypted; save it without a password or restrictions"
                                : "the PDF is damaged; save or print it to PDF again",
                      error);
    if (!has_letters(&out->text))
        return refuse(out->path,
                      "the PDF holds pictures of pages but no text; run text recognition (OCR) first", error);
    return BMA_OK;
}

/* Ligatures are put down as letters; lines and form feeds stay, as the stages behind need them. */
static void tidy(struct bma_extract *out)
{
    struct bma_buffer raw = out->text;
    size_t start = 0;

    bma_buffer_init(&out->text);
    for (size_t at = 0; at <= raw.length; at++) {
        if (at < raw.length && raw.bytes[at] != '\n' && raw.bytes[at] != '\f')
            continue;
        bma_extract_words(out, raw.bytes + start, at - start);
        if (at < raw.length)
            bma_buffer_addc(&out->text, raw.bytes[at]);
        out->paragraph = out->text.length;
        start = at + 1;
    }
    bma_buffer_release(&raw);
}

/* As it is laid out, so that a number in the margin stays on the line of its paragraph. */
enum bma_status bma_pdf_read(const char *bytes, size_t length, struct bma_extract *out,
                             struct bma_error *error)
{
    bool encrypted = contains(bytes, length, "/Encrypt"), whole;
    char program[512];
    FILE *input;
    enum bma_status status;
    int ended;

    if (!find_program(program, sizeof program))
        return bma_error_set(error, BMA_ERROR_IO, out->path, 0, 0,
                             "reading PDF needs the program pdftotext; install poppler-utils");
    input = unnamed(bytes, length);
    if (input == NULL)
        return bma_error_set(error, BMA_ERROR_IO, out->path, 0, 0, "no temporary file can be written");
    ended = run(program, fileno(input), &out->text, &whole);
    fclose(input);
    status = judge(ended, whole, encrypted, out, error);
    if (status != BMA_OK)
        return status;
    bma_gutter_split(&out->text);
    if (out->text.failed)
        return bma_error_memory(error);
    tidy(out);
    return bma_extract_check(out, error);
}
