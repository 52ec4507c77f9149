/* Faults between clauses, one small draft after another: what is found, and what is none. */
#include "base/memory.h"
#include "readers/reader.h"
#include "rules/host.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define OPENING                                                                                              \
    "AGREEMENT BETWEEN THE REPUBLIC OF ALTAVIA AND THE KINGDOM OF BORDUL ON FOREST WORK\n\n"                 \
    "The Republic of Altavia and the Kingdom of Bordul, hereinafter “the Parties”,\n\n"                  \
    "Have agreed as follows:\n\n"

/* A case: articles behind the opening, or a whole protocol; the fault's id, and words of its message; NULL
 * where none is due. */
struct row {
    const char *id;
    const char *body;
    const char *message;
};

static const struct row rows[] = {
    {"CX-1", "Article 1\n\nThe quota follows Article 9.\n\nArticle 2\n\nThe Parties shall meet.\n",
     "Article 1 refers to Article 9"},
    {"CX-1", "Article 1\n\nThe model in Annex II shall be used.\n\nAnnex I\n\nThe model.\n", "Annex II"},
    {"CX-1", "Article 1\n\n1. The ceiling is ninety.\n\n2. It follows paragraph 6.\n", "paragraph 6"},
    {"CX-1", "Article 1\n\nThe quota follows Article 2.\n\nArticle 2\n\nThe quota is ninety.\n", NULL},
    {"CX-1", "Article 1 (Quota)\n\nIt follows Article 2.\n\nArticle 2 (Limits)\n\nThe quota is ninety.\n",
     NULL},
    {"CX-1",
     "PROTOCOL AMENDING THE AGREEMENT BETWEEN THE REPUBLIC OF ALTAVIA AND THE KINGDOM OF BORDUL ON FOREST "
     "WORK\n\n"
     "Have agreed as follows:\n\nArticle I\n\nIn Article 17 the words “in winter” shall be deleted. Article "
     "18 shall read "
     "as set out in Annex C.\n",
     NULL},
    {"CX-1", "Article 1\n\nThe form is in the Annex. 2. It is short.\n\nAnnex\n\nThe form.\n", NULL},
    {"CX-1",
     "Section A\n\n1. Tests follow clause 4.\n\n2. The Parties shall meet.\n\nSection B\n\n3. It is "
     "so.\n\n4. Tests "
     "are free.\n",
     NULL},
    {"CX-1",
     "Section A\n\n1. Tests follow clause 6.\n\n2. The Parties shall meet.\n\nSection B\n\n3. It is "
     "so.\n\n4. Tests "
     "are free.\n",
     "clause 6"},
    {"CX-1",
     "Section 1\n\n(1) A list is kept.\n\nSection 2\n\nIn this Agreement\n(a) “list” means that of Section 1 "
     "(1);\n(b) "
     "“post” means one on the list.\n",
     NULL},
    {"CX-1", "Article 1\n\nWorkers are (i) fellers or (ii) sawyers. Those under (ii) shall be trained.\n",
     NULL},
    {"CX-1",
     "Article 1\n\nPermits are issued under Article 19 of the Aliens Act and Rule 7 of the Entry "
     "Regulations 1988.\n\nArticle 2\n\nThe Parties shall meet.\n",
     NULL},
    {"CX-2",
     "Article 1\n\n“Forest card” means a permit for one season.\n\nArticle 2\n\nThe Parties shall "
     "meet.\n",
     "\"Forest card\" is defined"},
    {"CX-1",
     "Part I\n\nSection 1.1 Aim\n\nCutters shall be paid under Section 2.1.\n\nPart II\n\nSection 2.1 "
     "Pay\n\nPay "
     "shall be weekly.\n",
     NULL},
    {"CX-2",
     "Article 1\n\n“Platform” means the electronic platform “Rosewood”, which the Board keeps.\n\nArticle "
     "2\n\n"
     "The Platform shall be open.\n",
     NULL},
    {"CX-2",
     "Article 1\n\nThe Welfare Desk shall hear the workers.\n\nArticle 2\n\nThe Welfare Desk shall "
     "be open daily.\n",
     "\"Welfare Desk\""},
    {"CX-2",
     "Article 1\n\n“Forest card” means a permit for one season.\n\nArticle 2\n\nThe forest card "
     "shall be issued by the police.\n",
     NULL},
    {"CX-3",
     "Article 1\n\nNo worker shall be charged a recruitment fee.\n\nArticle 2\n\nThe fare and the "
     "visa fee shall be paid by the employer, who shall recover them from the worker.\n",
     "keeps costs of recruitment off the worker"},
    {"CX-3",
     "Article 1\n\nNo worker shall be charged a recruitment fee.\n\nArticle 2\n\nAn agency that "
     "charges a worker a recruitment fee shall lose its licence.\n",
     NULL},
    {"CX-3",
     "Article 1\n\nThis Agreement and its Annexes shall be published.\n\nArticle 2\n\nThe Annexes "
     "are confidential and shall not be disclosed to the public.\n",
     "has the text published"},
    {"CX-3",
     "Article 1\n\nThis Agreement shall be published.\n\nArticle 2\n\nThe personal data of workers "
     "are confidential.\n",
     NULL},
    {"CX-3",
     "Article 1\n\nPassports shall remain with the worker.\n\nArticle 2\n\nTo guard them from theft "
     "the employer shall take charge of the passports.\n",
     "papers"},
    {"CX-3",
     "Article 1\n\nPassports shall remain with the worker.\n\nArticle 2\n\nAn employer who takes "
     "charge of passports shall be fined.\n",
     NULL},
    {"CX-3",
     "Article 1\n\nWorkers may join trade unions.\n\nArticle 2\n\nWorkers taking part in a strike "
     "shall be repatriated.\n",
     "join unions"},
    {"CX-3",
     "Article 1\n\nWorkers may join trade unions.\n\nArticle 2\n\nNo worker shall be repatriated for "
     "taking part in a strike.\n",
     NULL},
    {"CX-4",
     "Article 1\n\nAltavia shall select the cutters. Altavia shall issue their papers. Altavia "
     "shall pay their fare. Altavia shall insure them.\n\nArticle 2\n\nAltavia shall train them. "
     "Altavia shall take them back. Altavia shall keep a list. Bordul shall admit them.\n",
     "Altavia bears 7, the other Party 1"},
    {"CX-4",
     "Article 1\n\nAltavia shall:\n\n(a) verify the identity of each cutter;\n\n(b) issue the "
     "papers;\n\n(c) make good what a cutter breaks.\n\nArticle 2\n\nBordul shall admit the cutters. "
     "Bordul shall lodge them.\n",
     "Article 1 lists duties of one side alone: Altavia bears 3"},
    {"CX-4",
     "Article 1\n\nAltavia shall (a) verify the identity of each cutter; (b) issue the papers; and "
     "(c) make good what a cutter breaks.\n\nArticle 2\n\nBordul shall admit the cutters.\n",
     "Altavia bears 3"},
    {"CX-4",
     "Article 1\n\nAltavia shall:\n\n(a) verify the identity of each cutter;\n\n(b) issue the "
     "papers;\n\n(c) make good what a cutter breaks.\n\nArticle 2\n\nBordul shall:\n\n(a) admit the "
     "cutters;\n\n(b) lodge them;\n\n(c) insure them.\n",
     NULL},
    {"CX-4",
     "Article 1\n\nThe Parties shall:\n\n(a) exchange lists;\n\n(b) meet each year;\n\n(c) print a "
     "guide.\n\nArticle 2\n\nAltavia shall issue the papers.\n",
     NULL},
    {"CX-4",
     "Article 1\n\nAltavia selects the cutters. Altavia issues their papers. Altavia pays their fare. "
     "Altavia insures them.\n\nArticle 2\n\nAltavia teaches them. Altavia takes them back. Altavia keeps a "
     "list. Bordul admits them. Bordul has a register of them.\n",
     "Altavia bears 7, the other Party 2"},
    {"CX-5",
     "Article 1\n\nThe Forest Board shall settle the quota.\n\nArticle 2\n\nThe Parties shall "
     "meet.\n",
     "Forest Board"},
    {"CX-5",
     "Article 1\n\nA Joint Committee of two members from each Party is established. It shall meet "
     "each year and shall submit a report to both Governments.\n\nArticle 2\n\nThe Joint Committee "
     "shall settle the quota.\n",
     NULL},
};

/* Whether a fault of the row's kind says what it should; NULL in the row: whether there is none. */
static void compare(const struct row *row, const struct bma_findings *findings)
{
    const char *said = NULL;
    bool found = false;

    for (uint32_t i = 0; i < findings->coherence_count; i++) {
        if (strcmp(findings->coherence[i].id, row->id) != 0)
            continue;
        said = findings->coherence[i].message;
        found |= row->message && strstr(said, row->message) != NULL;
    }
    if (row->message && !found)
        fail_msg("%s for: %s\nsaid: %s", row->id, row->body, said ? said : "nothing");
    if (!row->message && said)
        fail_msg("no %s for: %s\nbut said: %s", row->id, row->body, said);
}

static void check(struct bma_pack *pack, struct bma_host *host, struct bma_annotator *annotator,
                  const struct row *row)
{
    struct bma_error error = {.status = BMA_OK};
    struct bma_arena arena;
    struct bma_document *document = NULL;
    struct bma_annotated text;
    struct bma_findings findings;
    struct bma_case agreement = {.path = "case.txt"};
    char body[4096] = "";

    bma_arena_init(&arena);
    if (strncmp(row->body, "PROTOCOL", strlen("PROTOCOL")) != 0)
        strcat(body, OPENING);
    strncat(body, row->body, sizeof body - strlen(body) - 1);
    assert_int_equal(bma_read_document("case.txt", body, strlen(body), bma_lexicon_conventions(pack->lexicon),
                                       &document, &error),
                     BMA_OK);
    agreement.document = document;
    assert_int_equal(bma_annotate(annotator, document, &arena, &text, &error), BMA_OK);
    assert_int_equal(bma_host_run(host, &text, &agreement, &arena, &findings, &error), BMA_OK);
    compare(row, &findings);
    bma_document_free(document);
    bma_arena_release(&arena);
}

static void every_row(void **state)
{
    struct bma_error error = {.status = BMA_OK};
    struct bma_pack *pack = NULL;
    struct bma_host *host = NULL;
    struct bma_annotator *annotator = NULL;

    (void)state;
    assert_int_equal(bma_pack_load(BMA_SOURCE_DIR "/rules/m4md-2011", NULL, &pack, &error), BMA_OK);
    assert_int_equal(bma_annotator_new(pack->lexicon, &annotator, &error), BMA_OK);
    assert_int_equal(bma_host_new(pack, NULL, &host, &error), BMA_OK);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check(pack, host, annotator, &rows[i]);
    bma_host_free(host);
    bma_annotator_free(annotator);
    bma_pack_free(pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_row)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
