/* Who the two Parties are, which way people go, and who bears a duty. */
#include "annotate_text.h"

static const struct {
    const char *draft;
    const char *parties; /* "Name role, Name role"; "" where they cannot be told */
} openings[] = {
    {"AGREEMENT BETWEEN ORVIA AND TELLAND ON ORCHARD WORK\n\nHave agreed as follows:\n\nArticle 1\n\nIt "
     "applies.\n",
     "ORVIA -, TELLAND -"},
    {"AGREEMENT\n\nThe Republic of Trinidad and Tobago and the Kingdom of Telland,\n\nHave agreed as "
     "follows:\n\nArticle 1\n\nIt applies.\n",
     "Trinidad and Tobago -, Telland -"},
    {"AGREEMENT\n\nThe Government of the Republic of Orvia and the Government of Telland,\n\nHave agreed as "
     "follows:\n\nArticle 1\n\nThis Agreement applies to nationals of Orvia employed in Telland.\n",
     "Orvia origin, Telland destination"},
    {"MEMORANDUM\n\nThe Ministry of Work and Welfare of the Kingdom of Orvia (hereinafter “the Receiving "
     "Party”) and "
     "the Ministry of Labour of Telland (hereinafter “the Sending Party”),\n\nHave agreed as follows:\n\n"
     "Article 1\n\nThey shall meet.\n",
     "Orvia destination, Telland origin"},
    {"AGREEMENT\n\nThe Republic of Orvia and Telland and Korland,\n\nHave agreed as follows:\n\nArticle 1\n\n"
     "They shall meet.\n",
     ""},
    {"AGREEMENT\n\nThe Republic of Orvia and the Kingdom of Telland,\n\nHave agreed as follows:\n\nArticle "
     "1\n\n"
     "Nationals of Orvia may work in Telland, and nationals of Telland may work in Orvia.\n\n"
     "Article 2\n\nThe trainees of either Party are received in the territory of the other.\n",
     "Orvia both, Telland both"},
    {"AGREEMENT\n\nThe Republic of Orvia and the Kingdom of Telland,\n\nHave agreed as follows:\n\nArticle "
     "1\n\n"
     "They shall meet.\n",
     "Orvia -, Telland -"},
    {"AGREEMENT\n\nbetween the Republic of Orvia and the Kingdom of Telland\n\nconcerning the Employment of "
     "Orvian Workers\n\nThe Contracting Parties have agreed as follows:\n\nArticle 1\n\nThe Orvian worker is "
     "paid like the workers of Telland. The nationals of either Party are heard.\n",
     "Orvia origin, Telland destination"},
    {"AGREEMENT\n\nThe Republic of Orvia and the Kingdom of Telland,\n\nHave agreed as follows:\n\nArticle "
     "1\n\n“State of origin” means the Republic of Orvia, and “receiving State” the Kingdom of Telland;\n",
     "Orvia origin, Telland destination"},
    {"AGREEMENT\n\nThe Republic of Orvia and the Kingdom of Telland,\n\nHave agreed as follows:\n\nArticle "
     "1\n\n“Helper” means a national of Orvia engaged by a household;\n",
     "Orvia origin, Telland destination"},
    {"AGREEMENT\n\nThe Republic of Orvia and the Kingdom of Telland,\n\nHave agreed as follows:\n\nArticle "
     "1\n\n“Employer” means a national of Orvia who engages a helper;\n",
     "Orvia -, Telland -"},
    {"ARRANGEMENT\n\nbetween the Government of the Republic of Orvia and the Government of the Federation of "
     "Telland and the Skerries\n\nThe two Governments agree:\n\nArticle 1\n\nThey shall meet.\n",
     "Orvia -, Telland and the Skerries -"},
    {"I\n\nThe Ministry of Work to the Embassy\n\nExcellency,\n\nI have the honour to propose, on behalf of "
     "the "
     "Government of Orvia to the Government of Telland, the following:\n\n1. Workers from Telland may come "
     "to "
     "Orvia.\n\nAccept, Excellency, the assurances of my consideration.\n",
     "Orvia destination, Telland origin"},
    {"AGREEMENT\n\nbetween the Kingdom of Orvia and the Republic of Telland\n\nHis Majesty the King of the "
     "Orvs and "
     "the President of the Republic of Telland,\n\nHave agreed as follows:\n\nArticle 1\n\nThey shall "
     "meet.\n",
     "Orvia -, Telland -"},
    {"AGREEMENT\n\nThe Government of the Emirate of Ras al-Orv and the Government of Telland,\n\nHave agreed "
     "as "
     "follows:\n\nArticle 1\n\nThey shall meet.\n",
     "Ras al-Orv -, Telland -"},
    {"AGREEMENT\n\nThe Swiss Confederation and the Royal Hellenic Government,\n\nHave agreed as "
     "follows:\n\nArticle 1\n\nThey shall meet.\n",
     "Switzerland -, Greece -"},
    {"AGREEMENT\n\nThe Government of the Czech Republic and the Netherlands Government,\n\nHave agreed as "
     "follows:\n\nArticle 1\n\nThey shall meet.\n",
     "Czech Republic -, Netherlands -"},
    {"AGREEMENT between the Government of His Serene Highness the Prince of Orvia and the Government of His "
     "Majesty the Sultan of Telland\n\nHave agreed as follows:\n\nArticle 1\n\nThey shall meet.\n",
     "Orvia -, Telland -"},
    {"AGREEMENT\n\nThe Parties, mindful of their friendship, and Convinced of it,\n\nHave agreed as "
     "follows:\n\nArticle 1\n\nThey shall meet.\n",
     ""},
};

static void test_openings(void **state)
{
    unsigned wrong = 0;

    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        const struct bma_annotated *text = annotate(*state, openings[i].draft);
        char found[200] = "";
        for (uint32_t k = 0; k < text->party_count; k++) {
            const char *role = bma_role_name(text->parties[k].role);
            snprintf(found + strlen(found), sizeof found - strlen(found), "%s%s %s", k > 0 ? ", " : "",
                     text->parties[k].name, role ? role : "-");
        }
        if (strcmp(found, openings[i].parties) != 0) {
            print_error("%zu: expected \"%s\", found \"%s\"\n", i, openings[i].parties, found);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

static const struct {
    const char *sentence;
    unsigned sides; /* of the first predicate: FIRST, SECOND */
} duties[] = {
    {"Orvia shall pay the fare.", BMA_ACTOR_FIRST},
    {"The Government of the Kingdom of Telland shall pay the fare.", BMA_ACTOR_SECOND},
    {"The First Party shall pay the fare.", BMA_ACTOR_FIRST},
    {"Half of the fare shall be paid by Telland.", BMA_ACTOR_SECOND},
    {"Orvia and Telland shall pay the fare.", BMA_ACTOR_FIRST | BMA_ACTOR_SECOND},
    {"The Placement Office shall pay the fare.", BMA_ACTOR_SECOND},
    {"The nationals of Telland shall pay the fare.", 0},
    {"The laws of Orvia shall apply to the fare.", 0},
    {"Workers in Telland shall pay the fare.", 0},
    {"Orvia’s climate shall be explained before the fare.", 0},
    {"The Parties shall pay the fare.", 0},
};

static void test_duties(void **state)
{
    unsigned wrong = 0;

    for (size_t i = 0; i < sizeof duties / sizeof *duties; i++) {
        char draft[900];
        snprintf(
            draft, sizeof draft,
            "AGREEMENT\n\nThe Republic of Orvia (“the First Party”) and the Kingdom of Telland (“the Second "
            "Party”),\n\nHave agreed as follows:\n\nArticle 1\n\nThe authorities are, for Orvia, the "
            "Ministry of "
            "Work and, for Telland, the Placement Office.\n\nArticle 2\n\n%s\n",
            duties[i].sentence);
        const struct bma_annotated *text = annotate(*state, draft);
        uint32_t clause = clause_with(text, "the fare");
        unsigned actors = text->predicates[text->clauses[clause].first_predicate].actors &
                          (unsigned)(BMA_ACTOR_FIRST | BMA_ACTOR_SECOND);
        if (actors != duties[i].sides) {
            print_error("%s: expected %u, found %u\n", duties[i].sentence, duties[i].sides, actors);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

/* Offices that are named for a Party by a linking word, or with small words of another language. */
static void test_offices(void **state)
{
    static const char draft[] =
        "AGREEMENT\n\nThe Republic of Orvia and the Kingdom of Telland,\n\nHave agreed as "
        "follows:\n\nArticle 1\n\n"
        "This Agreement is carried out on behalf of Orvia by the Labour Ministry (“the Ministry”).\n\nOn the "
        "Telland "
        "side, the Oficina Nacional de Empleo (“the Oficina”), with which others work.\n\nArticle 2\n\n"
        "The Ministry shall pay the fare.\n\nArticle 3\n\nThe Oficina shall pay the board.\n";
    const struct bma_annotated *text = annotate(*state, draft);
    uint32_t fare = clause_with(text, "pay the fare"), board = clause_with(text, "pay the board");

    assert_true(text->predicates[text->clauses[fare].first_predicate].actors & BMA_ACTOR_FIRST);
    assert_true(text->predicates[text->clauses[board].first_predicate].actors & BMA_ACTOR_SECOND);
}

/* "The Labour Department … for Finland": what an office is called for short is no word of its ministry's
 * name, and an authority that both Parties have is that of the people named before it. */
static void test_authorities_by_people(void **state)
{
    static const char draft[] =
        "AGREEMENT\n\nThe Republic of Finland and the Government of Georgia,\n\nHave agreed as "
        "follows:\n\nArticle 1\n\n"
        "The authorities are the Labour Department of the Ministry of Work for Finland and the Directorate "
        "General of Labour of the Ministry of Health for Georgia.\n\nArticle 2\n\n"
        "The Labour Department shall pay the fare.\n\nArticle 3\n\nThe Directorate General shall pay the "
        "board.\n\nArticle 4\n\nThe Finnish Competent Authority shall pay the fee.\n\nArticle 5\n\n"
        "The Georgian Competent Authority shall pay the visa.\n\nArticle 6\n\nBooks in Georgian are free. "
        "The "
        "Georgian Competent Authority shall pay the fine.\n";
    static const char *const borne[][2] = {{"pay the fare", "1"},
                                           {"pay the board", "2"},
                                           {"pay the fee", "1"},
                                           {"pay the visa", "2"},
                                           {"pay the fine", "2"}};
    const struct bma_annotated *text = annotate(*state, draft);

    for (size_t i = 0; i < sizeof borne / sizeof *borne; i++) {
        uint32_t clause = clause_with(text, borne[i][0]);
        unsigned wanted = *borne[i][1] == '1' ? BMA_ACTOR_FIRST : BMA_ACTOR_SECOND;
        unsigned actors = text->predicates[text->clauses[clause].first_predicate].actors;

        if ((actors & (BMA_ACTOR_FIRST | BMA_ACTOR_SECOND)) != wanted)
            fail_msg("%s: wanted the Party %s, found actors %x", borne[i][0], borne[i][1], actors);
    }
}

static const struct {
    const char *sentence;
    bool home; /* speaks of the country that people come from */
} places[] = {
    {"Workshops in Orvia shall be backed.", true},
    {"Workshops in the Republic of Orvia shall be backed.", true},
    {"The villages of Orvia shall be preferred.", true},
    {"Orvia shall back workshops.", false},
    {"Workshops in Telland shall be backed.", false},
};

static void test_places(void **state)
{
    unsigned wrong = 0;

    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        char draft[600];
        snprintf(draft, sizeof draft,
                 "AGREEMENT\n\nThe Republic of Orvia and Telland,\n\nHave agreed as follows:\n\nArticle 1\n\n"
                 "Nationals of Orvia may work in Telland.\n\nArticle 2\n\n%s\n",
                 places[i].sentence);
        const struct bma_annotated *text = annotate(*state, draft);
        uint32_t clause = clause_with(text, places[i].sentence);
        uint32_t home = bma_lexicon_find(text->lexicon, "home_country");
        bool found = bma_clause_has(text, clause, home, NULL);
        for (uint32_t k = 1; k < text->clauses[clause].annotation_count; k++) {
            const struct bma_annotation *at = &text->annotations[text->clauses[clause].first_annotation + k];
            assert_true(at[-1].first <= at->first);
        }
        if (found != places[i].home) {
            print_error("%s: %s\n", places[i].sentence, found ? "home" : "not home");
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

static void test_case_file_outranks(void **state)
{
    static const struct bma_party given[] = {{"Kingdom of Telland", BMA_ROLE_ORIGIN},
                                             {"Republic of Orvia", BMA_ROLE_DESTINATION}};
    static const char draft[] =
        "AGREEMENT\n\nThe Republic of Orvia and the Kingdom of Telland,\n\nHave agreed as "
        "follows:\n\nArticle 1\n\nNationals of Orvia may work in Telland. Telland shall pay.\n";
    struct annotated_text *all = *state;
    struct bma_error error = {0};

    annotate(all, draft);
    bma_arena_reset(&all->arena);
    assert_int_equal(
        bma_annotate_between(all->annotator, all->document, given, 2, &all->arena, &all->text, &error),
        BMA_OK);
    assert_string_equal(all->text.parties[0].name, "Kingdom of Telland");
    assert_int_equal(all->text.parties[0].role, BMA_ROLE_ORIGIN);
    uint32_t clause = clause_with(&all->text, "Telland shall pay");
    assert_true(all->text.predicates[all->text.clauses[clause].first_predicate].actors & BMA_ACTOR_FIRST);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_openings), cmocka_unit_test(test_duties),
        cmocka_unit_test(test_offices),  cmocka_unit_test(test_authorities_by_people),
        cmocka_unit_test(test_places),   cmocka_unit_test(test_case_file_outranks),
    };

    return cmocka_run_group_tests(tests, open_language, close_language);
}
