/* Likeness: a table of weights beside a pack, and what a draft gets from it. */
#include "../put_file.h"
#include "corpus/run.h"
#include "findings/evidence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/bma-likeness-XXXXXX";

static void put(const char *name, const char *content)
{
    put_file(folder, name, content);
}

static int make_folder(void **state)
{
    static const char *const made[] = {"hr", "cache"};
    char path[256];

    (void)state;
    if (!mkdtemp(folder))
        return -1;
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, made[i]);
        if (mkdir(path, 0700) != 0)
            return -1;
    }
    snprintf(path, sizeof path, "%s/lexicon", folder);
    if (symlink(BMA_SOURCE_DIR "/rules/m4md-2011/lexicon", path) != 0)
        return -1;
    put("pack.yaml",
        "id: p\nversion: \"1\"\ntitle: t\nlanguage: en\ndimensions:\n  - {id: HR, name: Rights}\n");
    put("hr/HR-1.lua", "return { id = 'HR-1', title = 't', answers = {},\n"
                       "looks_for = { { 'trade_union' } }, against = { { 'keep_passport' } },\n"
                       "advice = { absent = 'a', wording = 'w' } }\n");
    /* found wherever the Parties act: a text of which half is found leans to neither side */
    put("hr/HR-2.lua", "return { id = 'HR-2', title = 't', answers = {},\n"
                       "looks_for = { { 'actor_parties' } }, advice = { absent = 'a', wording = 'w' } }\n");
    put("scoring.yaml",
        "default: a\nprofiles:\n  a:\n    about: x\n    levels: [0, 10, 20, 30, 40]\n    contradicted: 0\n"
        "    met: 3\n    undertaken: 2\n    weights: { critical: 1, standard: 1, supplementary: 1, none: 1 "
        "}\n"
        "    grades: { A: 50, B: 0 }\n");
    return 0;
}

static int remove_folder(void **state)
{
    char command[300];

    (void)state;
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command);
}

/*
 * A clause is alike with "transfer" or "bank" and no "court", and by half with "send home".  It works against
 * HR-1 with "bank" when that is denied.
 */
static const char table[] =
    "term,weights\n(bias),HR-1 -100 HR-1x -170 HR-2 -200\nnurs,HR-2 350\ntransfer,HR-1 260\nbank,HR-1 210 "
    "HR-1x "
    "140\n"
    "not bank,HR-1 -300 HR-1x 250\ncourt,HR-1 -400\nguard,HR-1 700 HR-1x 350\nsend+home,HR-1 "
    "150\nunheardof,HR-1 5\nnot unheardof,HR-1 "
    "5\n"
    "unheardof+bank,HR-1 5\n";

/* A session with the pack and these tables; without standing.csv what queries found stands. */
static void open_session(struct bma_session *session, const char *likeness, const char *standing)
{
    struct bma_error error = {.status = BMA_OK};

    put("likeness.csv", likeness);
    if (standing)
        put("standing.csv", standing);
    if (bma_session_open(session, folder, NULL, NULL, &error) != BMA_OK)
        fail_msg("%s", error.message);
}

/* Checks the text; the caller releases the check. */
static void check_text(struct bma_session *session, const char *text, struct bma_check *check)
{
    struct bma_error error = {.status = BMA_OK};

    bma_check_init(check);
    if (bma_session_check_text(session, "draft.txt", "draft.txt", text, strlen(text), check, &error) !=
        BMA_OK)
        fail_msg("%s", error.message);
}

struct outcome {
    bool likely;
    int level;
    const char *alike;
    bool contradicted;
};

static void check_draft(struct bma_session *session, const char *text, const struct outcome *wanted)
{
    const struct bma_finding *finding;
    struct bma_check check;

    check_text(session, text, &check);
    finding = &check.findings.items[0];
    if (finding->likely != wanted->likely || finding->level != wanted->level ||
        (wanted->likely && finding->contradicted != wanted->contradicted))
        fail_msg("%s: likely %d, level %d, contradicted %d", text, finding->likely, finding->level,
                 finding->contradicted);
    if (wanted->alike) {
        assert_string_equal(finding->alike, wanted->alike);
        assert_non_null(strstr(finding->reason, wanted->alike));
    }
    assert_true(check.card.likely == wanted->likely);
    assert_true(wanted->likely && !wanted->contradicted ? check.card.overall.low < check.card.overall.value
                                                        : check.card.overall.low >= check.card.overall.value);
    assert_true(wanted->contradicted && wanted->level > 0
                    ? check.card.overall.high > check.card.overall.value
                    : check.card.overall.high <= check.card.overall.value);
    bma_check_release(&check);
}

static void test_drafts(void **state)
{
    static const struct {
        const char *text;
        struct outcome wanted;
    } cases[] = {
        {"Article 1\nThe Parties shall ease transfers through a bank.\n",
         {true, 3, "transfers, bank", false}},
        {"Article 1\nEmployers shall ease transfers through a bank.\n", {true, 3, "transfers, bank", false}},
        {"Article 1\nEmployers shall ease transfers through a court.\n", {false, 0, NULL, false}},
        {"Article 1\nThe labour office shall ease transfers through a bank within ten days.\n",
         {true, 4, "transfers, bank", false}},
        {"Article 1\nThe Parties shall endeavour to ease transfers.\n", {true, 2, "transfers", false}},
        {"Article 1\nThe Parties shall:\n(a) ease transfers;\n(b) hear the court.\n",
         {true, 3, "transfers", false}},
        {"Article 1\nThe court shall order the transfer.\n", {false, 0, NULL, false}},
        /* two words side by side; half a reason is enough in a text that is familiar */
        {"Article 1\nThe Parties shall send home the sick.\n", {false, 0, NULL, false}},
        {"Article 1\nThe Parties shall send home the sick. The Parties shall hear nurses.\n",
         {true, 3, "home", false}},
        /* and of what is alike by half nobody is told that it can be carried out */
        {"Article 1\nThe labour office shall send home the sick within ten days. The Parties shall hear "
         "nurses.\n",
         {true, 3, "home", false}},
        {"Article 1\nThe Parties shall send the sick home. The Parties shall hear nurses.\n",
         {false, 0, NULL, false}},
        {"Article 1\nThe Parties shall not be required to ease transfers.\n", {false, 0, NULL, false}},
        {"Article 1\nThe Parties shall meet. Workers may join a trade union.\n\nArticle 2\nA bank shall not "
         "be asked.\n",
         {true, 3, "bank", true}},
        {"Article 1\nThe Parties shall meet. Workers may join a trade union.\n\nArticle 2\nA bank shall be "
         "asked.\n",
         {false, 3, NULL, false}},
        {"Article 1\nThe Parties shall meet.\n\nArticle 2\nA worker shall not be required to have a bank.\n",
         {true, 0, "bank", true}},
        /* far more like what counts: it works against nothing */
        {"Article 1\nThe Parties shall meet. Workers may join a trade union.\n\nArticle 2\nThe Parties shall "
         "guard it.\n",
         {false, 3, NULL, false}},
        {"Article 1\nThe Parties shall meet. Workers may join a trade union.\n\nArticle 2\nThe court shall "
         "guard it.\n",
         {true, 3, "guard", true}},
        {"Whereas transfers through a bank are welcome,\nhave agreed as follows:\nArticle 1\nIt is so.\n",
         {false, 0, NULL, false}},
        {"Article 1 – Transfers through a bank\nThe Parties shall meet.\n", {false, 0, NULL, false}},
        {"Article 1\nWorkers may join a trade union by bank transfer.\n", {false, 3, NULL, false}},
        {"Article 1\nThe Parties shall ease transfers through a bank.\n\nArticle 2\nThe employer shall keep "
         "the "
         "passport of the worker.\n",
         {false, 0, NULL, false}},
    };
    struct bma_error error = {.status = BMA_OK};
    struct bma_session session;
    char cache[256];

    (void)state;
    put("likeness.csv", table);
    snprintf(cache, sizeof cache, "%s/cache", folder);
    for (int run = 0; run < 3; run++) { /* parsed, parsed and kept, from its image */
        if (bma_session_open(&session, folder, run > 0 ? cache : NULL, NULL, &error) != BMA_OK)
            fail_msg("%s", error.message);
        assert_int_equal(session.pack->likeness.weight_count, 10);
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
            check_draft(&session, cases[i].text, &cases[i].wanted);
        bma_session_close(&session);
    }
}

struct said {
    const char *text;
    struct outcome wanted;
};

/* Holds the drafts against what was learned when it is parsed, when it is parsed and kept, and from its
 * image. */
static void check_network(const char *learned, size_t vectors, uint32_t windows, const struct said *cases,
                          size_t count)
{
    struct bma_error error = {.status = BMA_OK};
    struct bma_session session;
    char cache[256];

    put("likeness.csv", learned);
    snprintf(cache, sizeof cache, "%s/cache", folder);
    for (int run = 0; run < 3; run++) {
        if (bma_session_open(&session, folder, run > 0 ? cache : NULL, NULL, &error) != BMA_OK)
            fail_msg("%s", error.message);
        assert_int_equal(session.pack->likeness.network.row_count, vectors);
        assert_int_equal(session.pack->likeness.network.windows, windows);
        for (size_t i = 0; i < count; i++)
            check_draft(&session, cases[i].text, &cases[i].wanted);
        bma_session_close(&session);
    }
}

/* A network speaks beside the linear models: here of "bank" alone, which weighs nothing by itself. */
static void test_network(void **state)
{
    static const struct said cases[] = {
        {"Article 1\nThe Parties shall ease transfers through a bank.\n", {true, 3, "bank", false}},
        {"Article 1\nThe Parties shall ease transfers through a court.\n", {false, 0, NULL, false}},
        {"Article 1\nThe Parties shall not ask a bank.\n", {false, 0, NULL, false}},
        {"Article 1 – The bank\nThe Parties shall ease transfers.\n", {false, 0, NULL, false}},
    };

    (void)state;
    check_network("term,weights,vector\n(bias),HR-1 -100 HR-2 -200,\n(unit 1),3724390 0,~\n"
                  "(unit 2),3724390 0,.\n(model HR-1),2706006 -400,~.\nnurs,HR-2 350,\n"
                  "bank,,~\nnot bank,,.\ncourt,,.\nmeet,HR-2 500,\n",
                  3, 0, cases, sizeof cases / sizeof *cases);
}

/* A window tells what stands before what: here a court behind a bank counts, and a bank behind a court does
 * not. */
static void test_windows(void **state)
{
    static const struct said cases[] = {
        {"Article 1\nThe Parties shall ease transfers by bank court.\n", {true, 3, "bank, court", false}},
        {"Article 1\nThe Parties shall ease transfers by court bank.\n", {false, 0, NULL, false}},
        {"Article 1\nThe Parties shall ease the bank\n(a) court.\n", {false, 0, NULL, false}},
        {"Article 1 – Bank court\nThe Parties shall ease transfers.\n", {false, 0, NULL, false}},
    };

    (void)state;
    check_network("term,weights,vector\n(bias),HR-1 -200,\n(unit 1),1 0,V\n"
                  "(window 1),3724390 -4000,VV~.V\n(model HR-1),4194304 0,V~\n"
                  "bank,,~\ncourt,,.\n",
                  2, 1, cases, sizeof cases / sizeof *cases);
}

/* What queries find, none of it only likely, and how sure of it likeness is. */
struct verdict {
    const char *text;
    int level;
    bool doubtful, contradicted;
};

static void check_verdict(struct bma_session *session, const struct verdict *wanted)
{
    const struct bma_finding *finding;
    struct bma_check check;

    check_text(session, wanted->text, &check);
    finding = &check.findings.items[0];
    if (finding->level != wanted->level || finding->doubtful != wanted->doubtful ||
        finding->contradicted != wanted->contradicted || finding->likely)
        fail_msg("%s: level %d, doubtful %d, contradicted %d, likely %d", wanted->text, finding->level,
                 finding->doubtful, finding->contradicted, finding->likely);
    assert_true(check.card.doubtful == wanted->doubtful);
    assert_true(wanted->doubtful == (strstr(finding->reason, "Doubtful") != NULL));
    assert_true(!wanted->doubtful || wanted->contradicted ||
                check.card.overall.low < check.card.overall.value);
    bma_check_release(&check);
}

static void check_verdicts(const char *likeness, const char *standing, const struct verdict *cases,
                           size_t count)
{
    struct bma_session session;
    char path[256];

    open_session(&session, likeness, standing);
    for (size_t i = 0; i < count; i++)
        check_verdict(&session, &cases[i]);
    bma_session_close(&session);
    if (standing) {
        snprintf(path, sizeof path, "%s/standing.csv", folder);
        assert_int_equal(unlink(path), 0);
    }
}

/* What a query finds in a draft that speaks of it in words that weigh against it is doubtful, and may be
 * worth nothing. */
static void test_doubt(void **state)
{
    static const struct verdict cases[] = {
        {"Article 1\nThe Parties shall meet. Workers may join a trade union.\n", 3, false, false},
        {"Article 1\nThe Parties shall meet. Workers in prison may join a trade union.\n", 3, true, false},
        {"Article 1\nThe Parties shall meet. Workers in prison may join a trade union.\n\nArticle 2\nNurses "
         "may join a trade union.\n",
         3, false, false},
        {"Article 1\nThe Parties shall meet. In prison, the employer shall keep the passport.\n", 0, true,
         true},
        {"Article 1\nThe Parties shall meet. The employer shall keep the passport.\n", 0, false, true},
        /* next to none of the words: dropped, */
        {"Article 1\nThe Parties shall meet. On holiday, the employer shall keep the passport.\n", 0, false,
         false},
        {"Article 1\nThe Parties shall meet. Workers on holiday may join a trade union.\n", 0, false, false},
        /* unless some other clause has them */
        {"Article 1\nThe Parties shall meet. Workers on holiday may join a trade union.\n\nArticle 2\nWages "
         "are paid through a bank.\n",
         3, false, false},
        /* a clause that a query reads the other way does not settle it, though that reading is dropped */
        {"Article 1\nThe Parties shall meet. In winter, the trade union shall keep the passport.\n", 3, true,
         false},
        {"Article 1\nThe Parties shall meet. In winter, a trade union shall be heard.\n", 3, false, false},
        /* of a text in other words than the models know nothing is dropped, unless it is alike another
           criterion's */
        {"Article 1\nWorkers on holiday may join a trade union. Employers pay them.\n", 3, true, false},
        {"Article 1\nWorkers on holiday may join a trade union in a court. Employers feed them. Employers "
         "lodge them. Employers clothe them. Employers pay them.\n",
         0, false, false},
    };

    (void)state;
    check_verdicts("term,weights\n(bias),HR-1 -50 HR-1x -90 HR-2 -300\nprison,HR-1 -180 HR-1x -80\n"
                   "holiday,HR-1 -600 HR-1x -600\nwinter,HR-1x -600\nbank,HR-1 100\ncourt,HR-2 400\n"
                   "meet,HR-1 -600 HR-1x -600 HR-2 500\nemploy,HR-1 -600\n",
                   "term,counts,against\nahead,100,100\nfound,250,250\n", cases,
                   sizeof cases / sizeof *cases);
}

/* What standing.csv weighs, one after the other: each case stands with that table, at -0.25, and not if its
 * bias is lower by one. */
static void test_standing(void **state)
{
    static const char likeness[] = "term,weights\n(bias),HR-1 -200 HR-1x -300 HR-2 -400\nmeet,HR-2 600\n"
                                   "bank,HR-1 150 HR-1x 50\ncourt,HR-1 100 HR-1x 120 HR-2 330\n";
    static const struct {
        const char *term, *text;
        int32_t value; /* of what is weighed, in hundredths */
    } cases[] = {
        {"ahead", "Article 1\nThe Parties shall meet. Workers may join a trade union at a bank.\n", -50},
        {"second",
         "Article 1\nThe Parties shall meet at a court. Workers may join a trade union at a bank.\n", -100},
        {"kinder", "Article 1\nThe Parties shall meet. Workers may join a trade union at a bank.\n", -50},
        {"other-side",
         "Article 1\nThe Parties shall meet at a court. Workers may join a trade union at a bank.\n", -180},
        {"opposite",
         "Article 1\nThe Parties shall meet at a court. Workers may join a trade union at a bank.\n", -250},
        {"rival",
         "Article 1\nThe Parties shall meet. Workers may join a trade union at a bank and a court.\n", -70},
        {"rival-opposite", "Article 1\nThe Parties shall meet. Workers may join a trade union at a bank.\n",
         -500},
        {"found", "Article 1\nThe Parties shall meet. Workers may join a trade union.\n", 100},
        {"queries", "Article 1\nThe Parties shall meet. Workers may join a trade union.\n", 100},
        {"other-found",
         "Article 1\nThe Parties shall meet. Workers may join a trade union. The employer shall "
         "keep the passport.\n",
         100},
        {"found-there", "Article 1\nThe Parties shall meet. Workers may join a trade union at a bank.\n",
         100},
        {"clauses", "Article 1\nThe Parties shall meet. Workers may join a trade union. It is so.\n", 3},
        {"familiar", "Article 1\nThe Parties shall meet. Workers may join a trade union.\n", 50},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        for (int less = 0; less < 2; less++) {
            const struct verdict wanted = {cases[i].text, less ? 0 : 3, !less, false};
            char standing[200];

            snprintf(standing, sizeof standing, "term,counts,against\nbias,%d,-10000\n%s,100,0\nHR-1,%d,0\n",
                     (int)-cases[i].value - 32, cases[i].term, 7 - less);
            check_verdicts(likeness, standing, &wanted, 1);
        }
    }
}

/* A clause that reads unlike others of the kind gives no level beside one that reads like them. */
static void test_beside(void **state)
{
    static const struct verdict cases[] = {
        {"Article 1\nThe Parties shall meet. Workers in prison shall join a trade union.\n", 3, false, false},
        {"Article 1\nThe Parties shall meet. Workers in prison shall join a trade union.\n\nArticle 2\nThe "
         "Parties shall endeavour to hear a trade union.\n",
         2, false, false},
        {"Article 1\nThe Parties shall meet. Workers shall join a trade union.\n\nArticle 2\nThe Parties "
         "shall endeavour to hear a trade union.\n",
         3, false, false},
    };

    (void)state;
    check_verdicts("term,weights\n(bias),HR-1 -50 HR-2 -100\nprison,HR-1 -200\nmeet,HR-2 300\n", NULL, cases,
                   sizeof cases / sizeof *cases);
}

/* A clause that reads unlike others of the kind is no near miss. */
static void test_nearest(void **state)
{
    static const struct {
        const char *text;
        bool near;
    } cases[] = {
        {"Article 1\nThe Parties shall meet. Workers shall not be obliged to join a trade union.\n", true},
        {"Article 1\nThe Parties shall meet. Workers in prison shall not be obliged to join a trade union.\n",
         false},
    };
    struct bma_session session;

    (void)state;
    open_session(&session, "term,weights\n(bias),HR-1 -50 HR-2 -100\nprison,HR-1 -200\nmeet,HR-2 300\n",
                 NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bma_check check;

        check_text(&session, cases[i].text, &check);
        assert_int_equal(check.findings.items[0].level, 0);
        assert_true((bma_evidence_first(&check.findings.items[0], BMA_EVIDENCE_NEAREST) != NULL) ==
                    cases[i].near);
        bma_check_release(&check);
    }
    bma_session_close(&session);
}

/* A clause that a query found to work against one rule counts for no other by likeness. */
static void test_opposing(void **state)
{
    static const struct {
        const char *text;
        bool likely;
    } cases[] = {
        {"Article 1\nThe employer shall pay the worker at a bank.\n", true},
        {"Article 1\nThe employer shall keep the passport of the worker at a bank.\n", false},
    };
    struct bma_session session;

    (void)state;
    open_session(&session, "term,weights\n(bias),HR-2 -100\nbank,HR-2 400\n", NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bma_check check;

        check_text(&session, cases[i].text, &check);
        assert_true(check.findings.items[0].contradicted != cases[i].likely);
        assert_true(check.findings.items[1].likely == cases[i].likely);
        bma_check_release(&check);
    }
    bma_session_close(&session);
}

static void test_faults(void **state)
{
    static const struct {
        const char *table, *message;
        uint32_t line, column;
    } cases[] = {
        {"word,weights\n(bias),HR-1 1\n", "expected a column \"term\"", 1, 0},
        {"term,HR-1\n(bias),1\n", "expected a column \"weights\"", 1, 0},
        {"term,weights\nbank,HR-1 1\n", "the first row is called (bias)", 1, 1},
        {"term,weights\n(bias),HR-7 1\n", "there is no rule 'HR-7'", 2, 8},
        {"term,weights\n(bias),HR-1\n", "expected a rule and a whole number", 2, 8},
        {"term,weights\n(bias),HR-1 1\nbank,HR-1 1x\n", "such as HR-1 -120, not 'HR-1 1x'", 3, 6},
        {"term,weights\n(bias),HR-1 1\nbank,HR-1 9999999\n", "expected a rule and a whole number", 3, 6},
        {"term,weights\n(bias),HR-1 1\nbank,HR-1 1 HR-1 2\n", "rules stand once each, in the order", 3, 6},
        {"term,weights\n(bias),HR-1x 1 HR-1 2\n", "rules stand once each, in the order", 2, 8},
        {"term,weights\n(bias),HR-1 1\nbank,HR-1 1\nbank,HR-1 2\n", "'bank' stands here twice", 4, 1},
        {"term,weights\n(bias),HR-1 1\nbank+court,HR-1 1\nbank+court,HR-1 2\n",
         "'bank+court' stands here twice", 4, 1},
        {"term,weights,vector\n(bias),HR-1 1,\n(unit 1),9,UU\n", "expected the size of a step and a bias", 3,
         10},
        {"term,weights,vector\n(bias),HR-1 1,\n(unit 1),-9 1,UU\n", "expected the size of a step and a bias",
         3, 10},
        {"term,weights,vector\n(bias),HR-1 1,\n(unit 1),9 1,\n", "units of 1 to 32 numbers", 3, 14},
        {"term,weights,vector\n(bias),HR-1 1,\n(unit 1),9 1,UU\n(unit 2),9 1,U\n",
         "expected a vector of 2 numbers, not of 1", 4, 14},
        {"term,weights,vector\n(bias),HR-1 1,\n(unit 1),9 1,UU\n(window 1),9 1,UUUUUUUUU\n",
         "expected a vector of 10 numbers, not of 9", 4, 16},
        {"term,weights,vector\n(bias),HR-1 1,\n(unit 1),9 1,UU\n(window 1),9 1,UUUUUUUUUU\n(model HR-1),9 "
         "1,U\n",
         "expected a vector of 2 numbers, not of 1", 5, 18},
        {"term,weights,vector\n(bias),HR-1 1,\n(unit 1),9 1,U-\n", "expected characters of .0123", 3, 14},
        {"term,weights,vector\n(bias),HR-1 1,\n(unit 1),9 1,UU\n(model HR-7),9 1,U\n", "there is no rule", 4,
         1},
        {"term,weights,vector\n(bias),HR-1 1,\n(unit 1),9 1,UU\n(model HR-1),9 1,UU\n",
         "expected a vector of 1 numbers, not of 2", 4, 18},
        {"term,weights,vector\n(bias),HR-1 1,\n(unit 1),9 1,UU\nbank,,UUU\n",
         "expected a vector of 2 numbers for each of at most 8 nets", 4, 7},
        {"term,weights,vector\n(bias),HR-1 1,\n(unit 1),9 1,UU\nbank,,UU\ncourt,,U\n",
         "expected a vector of 2 numbers, not of 1", 5, 8},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bma_error error = {.status = BMA_OK};
        struct bma_pack *pack = NULL;

        put("likeness.csv", cases[i].table);
        assert_int_not_equal(bma_pack_load(folder, NULL, &pack, &error), BMA_OK);
        if (!strstr(error.message, cases[i].message) || error.line != cases[i].line ||
            error.column != cases[i].column)
            fail_msg("%u:%u: %s", error.line, error.column, error.message);
        assert_non_null(strstr(error.file, "likeness.csv"));
    }
}

static void test_standing_faults(void **state)
{
    static const struct {
        const char *table, *message;
        uint32_t line, column;
    } cases[] = {
        {"term,counts\nbias,1\n", "expected a column \"against\"", 1, 0},
        {"term,counts,against\nbias,1,x\n", "expected a whole number from -10000 to 10000, not 'x'", 2, 8},
        {"term,counts,against\nbias,99999,1\n", "expected a whole number", 2, 6},
        {"term,counts,against\nbias,,1\n", "expected a whole number", 2, 6},
        {"term,counts,against\nahead,1,1\nHR-7,1,1\n", "expected 'bias', what is weighed", 3, 1},
        {"term,counts,against\nahead,1,1\nbias,1,1\nahead,1,1\n", "'ahead' stands here twice", 4, 1},
    };
    char path[256];

    (void)state;
    put("likeness.csv", table);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bma_error error = {.status = BMA_OK};
        struct bma_pack *pack = NULL;

        put("standing.csv", cases[i].table);
        assert_int_not_equal(bma_pack_load(folder, NULL, &pack, &error), BMA_OK);
        if (!strstr(error.message, cases[i].message) || error.line != cases[i].line ||
            error.column != cases[i].column)
            fail_msg("%u:%u: %s", error.line, error.column, error.message);
        assert_non_null(strstr(error.file, "standing.csv"));
    }
    snprintf(path, sizeof path, "%s/standing.csv", folder);
    assert_int_equal(unlink(path), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_drafts),   cmocka_unit_test(test_doubt),
        cmocka_unit_test(test_standing), cmocka_unit_test(test_standing_faults),
        cmocka_unit_test(test_beside),   cmocka_unit_test(test_nearest),
        cmocka_unit_test(test_opposing), cmocka_unit_test(test_network),
        cmocka_unit_test(test_windows),  cmocka_unit_test(test_faults)};

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
