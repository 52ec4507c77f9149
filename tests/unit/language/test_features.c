/* What a clause and a document say as a whole: elements of level 4, definitions, legal force. */
#include "annotate_text.h"

static const struct {
    const char *sentence;
    const char *elements; /* T time, F frequency, B body, P procedure, D definition, E elsewhere */
} sentences[] = {
    {"The labour office shall answer within twenty days.", "TB"},
    {"The ministries shall meet twice a year.", "FB"},
    {"Candidates shall be told of the climate before departure.", ""},
    {"The Parties shall consult regularly.", ""},
    {"The permit shall be issued as promptly as possible.", ""},
    {"The Parties shall inform one another without delay.", "T"},
    {"The Parties shall report annually.", "F"},
    {"The employer shall pay the fare.", "B"},
    {"Wages shall be paid at the employer's premises.", ""},
    {"The notice shall be given in writing.", "P"},
    {"The agency shall be struck off the register.", "P"},
    {"“Permit” means the document issued to the holder.", "D"},
    {"For the purposes of this Agreement the Parties shall cooperate closely.", ""},
    {"The body set up by another instrument shall follow the matter.", "E"},
};

static void describe(const struct bma_clause_features *features, char out[8])
{
    size_t used = 0;

    if (features->has_time)
        out[used++] = 'T';
    if (features->has_frequency)
        out[used++] = 'F';
    if (features->has_body)
        out[used++] = 'B';
    if (features->has_procedure)
        out[used++] = 'P';
    if (features->definition)
        out[used++] = 'D';
    if (features->elsewhere)
        out[used++] = 'E';
    out[used] = '\0';
}

static void test_elements(void **state)
{
    unsigned wrong = 0;

    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        char draft[512], words[40], found[8];
        snprintf(draft, sizeof draft, "Article 1\n\n%s\n", sentences[i].sentence);
        snprintf(words, sizeof words, "%.18s", sentences[i].sentence);
        const struct bma_annotated *text = annotate(*state, draft);
        describe(&text->clauses[clause_with(text, words)], found);
        if (strcmp(found, sentences[i].elements) != 0) {
            print_error("%s: expected %s, found %s\n", sentences[i].sentence, sentences[i].elements, found);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

static enum bma_modality modality_of(const struct bma_annotated *text, const char *words)
{
    return text->predicates[text->clauses[clause_with(text, words)].first_predicate].modality;
}

/* Alternatives in brackets hold at the weaker verb. */
static void test_alternatives(void **state)
{
    const struct bma_annotated *text = annotate(
        *state, "Article 1\n\n1. [Option 1: The two sides shall build a school.]\n\n[Option 2: The two "
                "sides may build a hall.]\n\n2. [Option 1: The two sides shall open a shop.]\n\n"
                "[Option 2: The two sides shall open a bank.]\n\n3. Variant A: The two sides shall buy a "
                "van.\n\nVariant B: The two sides may buy a boat.\n");

    assert_int_equal(modality_of(text, "build a school"), BMA_MODALITY_SOFT);
    assert_int_equal(modality_of(text, "open a shop"), BMA_MODALITY_DUTY);
    assert_int_equal(modality_of(text, "open a bank"), BMA_MODALITY_DUTY);
    assert_int_equal(modality_of(text, "buy a van"), BMA_MODALITY_SOFT);
}

/* The tag of a bracket says whose proposal it holds; the brackets side by side are alternatives. */
static void test_proposals_of_either_side(void **state)
{
    const struct bma_annotated *text = annotate(
        *state, "Article 1\n\n1. The two sides [XA: shall] [YB: should] build a school.\n\n"
                "2. The two sides [XA: shall open] [YB: will keep open] a shop.\n\n"
                "3. The two sides [XA: shall found] [YB: may support] a bank.\n\n"
                "4. [XA: The two sides shall buy a van.] [YB: The two sides may buy a boat.] The two sides "
                "shall sell a mule.\n");

    assert_int_equal(modality_of(text, "build a school"), BMA_MODALITY_SOFT);
    assert_int_equal(modality_of(text, "a shop"), BMA_MODALITY_DUTY);
    assert_int_equal(modality_of(text, "a bank"), BMA_MODALITY_PERMIT);
    assert_int_equal(modality_of(text, "buy a van"), BMA_MODALITY_SOFT);
    assert_int_equal(modality_of(text, "sell a mule"), BMA_MODALITY_DUTY);
}

/* "Holder: the person …" is the entry of a list where something is defined above it in its article. */
static void test_entries(void **state)
{
    const struct bma_annotated *text =
        annotate(*state, "Article 1\n\n“Permit” means the document issued to the holder.\n\n"
                         "Holder: the person named in it.\n\n"
                         "Article 2\n\nFare: the employer shall pay it.\n");

    assert_true(text->clauses[clause_with(text, "Holder: the")].definition);
    assert_false(text->clauses[clause_with(text, "Fare: the")].definition);
}

static void test_defined_term_acts(void **state)
{
    const struct bma_annotated *text =
        annotate(*state, "Article 1\n\n“Planter” means any person who employs harvest workers.\n\n"
                         "Article 2\n\nThe Planter shall insure everybody on the farm.\n");
    uint32_t clause = clause_with(text, "insure everybody");

    assert_int_equal(text->predicates[text->clauses[clause].first_predicate].actors, BMA_ACTOR_EMPLOYER);
    assert_true(text->clauses[clause].has_body);
    text = annotate(*state,
                    "Article 1\n\n“Establishment” means a hotel on the coast that holds a hiring quota.\n\n"
                    "Article 2\n\nThe Establishment shall insure everybody.\n");
    clause = clause_with(text, "insure everybody");
    assert_int_equal(text->predicates[text->clauses[clause].first_predicate].actors, BMA_ACTOR_EMPLOYER);
    text =
        annotate(*state, "Article 1\n\nHere, a “Talent” is a national who is employed; a “House” is a firm "
                         "that employs.\n\nArticle 2\n\nThe Talent shall dive.\n\nThe House shall insure "
                         "everybody.\n");
    clause = clause_with(text, "insure everybody");
    assert_int_equal(text->predicates[text->clauses[clause].first_predicate].actors, BMA_ACTOR_EMPLOYER);
    clause = clause_with(text, "shall dive");
    assert_int_equal(text->predicates[text->clauses[clause].first_predicate].actors, BMA_ACTOR_WORKER);
}

/* An entry of a glossary needs no quotation marks; the label of a row is none. */
static void test_defined_term_without_marks(void **state)
{
    const struct bma_annotated *text =
        annotate(*state, "Article 1\n\nYoung Talent - a national who is employed;\n\n"
                         "House: a firm that employs.\n\nArticle 2\n\nThe Young Talent shall dive.\n\n"
                         "The House shall stand.\n");
    uint32_t clause = clause_with(text, "shall dive");

    assert_int_equal(text->predicates[text->clauses[clause].first_predicate].actors, BMA_ACTOR_WORKER);
    clause = clause_with(text, "shall stand");
    assert_int_equal(text->predicates[text->clauses[clause].first_predicate].actors, 0);
}

/* What an amending text puts in force is no citation, whatever the marks around it. */
static void test_enacted_words(void **state)
{
    static const char *const marks[][2] = {{"“", "”"}, {"\"", "\""}};
    const struct bma_annotated *text;

    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        char draft[400];
        (void)snprintf(draft, sizeof draft,
                       "Article I\n\nArticle 4 shall be replaced by the following:\n\n%s4. No fee is due.\n\n"
                       "5. The fare is paid by the employer.%s\n\nArticle II\n\nArticle 7 of the Convention "
                       "of 1949 says:\n\n%sNobody is sent home.%s\n",
                       marks[i][0], marks[i][1], marks[i][0], marks[i][1]);
        text = annotate(*state, draft);
        uint32_t fare = clause_with(text, "fare is paid"), home = clause_with(text, "sent home");
        assert_true(text->clauses[fare].enacted || !text->clauses[fare].quoted);
        assert_true(text->clauses[home].quoted && !text->clauses[home].enacted);
    }
    assert_true(text->clauses[clause_with(text, "No fee is due")].enacted ||
                !text->clauses[clause_with(text, "No fee is due")].quoted);
}

static bool is_in_marks(const struct bma_annotated *text, uint32_t token)
{
    return (text->tokens[token].flags & BMA_TOKEN_QUOTED) != 0;
}

/* A mark behind a letter is an apostrophe, and one that nothing closes near by is none. */
static void test_single_quotation_marks(void **state)
{
    const struct bma_annotated *text =
        annotate(*state, "Article 1\n\n'Big Planter' grows; ‘House’ stands; the workers' and owners' "
                         "'unions shall meet in the town hall which stands beside the new market of it.\n");
    uint32_t first = text->clauses[clause_with(text, "grows")].first_token;

    for (uint32_t i = 0; i < 10; i++) /* Big Planter grows House stands the workers and owners unions */
        assert_int_equal(is_in_marks(text, first + i), i < 2 || i == 3);
    text = annotate(*state, "Article 1\n\n'Planter' means any person who employs harvest workers.\n\n"
                            "Article 2\n\nThe Planter shall insure everybody on the farm.\n");
    uint32_t clause = clause_with(text, "insure everybody");
    assert_int_equal(text->predicates[text->clauses[clause].first_predicate].actors, BMA_ACTOR_EMPLOYER);
}

static void test_will_is_a_duty_whatever_binds(void **state)
{
    static const char binding[] = "Article 1\n\nThe two sides will build a school.\n";
    static const char open[] = "Article 1\n\nThe two sides will build a school.\n\nArticle 2\n\n"
                               "This Memorandum does not create any legally binding obligations.\n";
    const struct bma_annotated *text = annotate(*state, binding);

    assert_false(text->non_binding);
    assert_int_equal(text->non_binding_clause, BMA_NONE);
    assert_int_equal(
        text->predicates[text->clauses[clause_with(text, "build a school")].first_predicate].modality,
        BMA_MODALITY_DUTY);
    text = annotate(*state, open);
    assert_true(text->non_binding);
    assert_int_equal(text->non_binding_clause, clause_with(text, "does not create"));
    assert_int_equal(
        text->predicates[text->clauses[clause_with(text, "build a school")].first_predicate].modality,
        BMA_MODALITY_DUTY);
}

/* Chapters are named as articles are; what no draft has is a law's. */
static void test_chapters_that_bind_alone(void **state)
{
    const struct bma_annotated *text = annotate(
        *state, "Chapter 1 - Aims\n\nArticle 1\n\nOnly Chapters 2 and 3 are binding on the two sides. "
                "Chapter 9 of the Code applies.\n\n"
                "Chapter 2 - Schools\n\nArticle 2\n\nThe two sides will build a school.\n\n"
                "Chapter 3 - Shops\n\nArticle 3\n\nThe two sides will open a shop.\n\n"
                "Chapter 4 - Banks\n\nArticle 4\n\nThe two sides will found a bank.\n");

    assert_true(text->non_binding);
    assert_int_equal(text->reference_count, 2);
    assert_true(text->clauses[clause_with(text, "build a school")].bound);
    assert_true(text->clauses[clause_with(text, "open a shop")].bound);
    assert_false(text->clauses[clause_with(text, "found a bank")].bound);
}

/* An annex is part of the text, or is none, or guides. */
static void test_annexes_for_guidance(void **state)
{
    static const char draft[] =
        "Article 1\n\nThe two sides shall use Annex I and Annex II. Annex I is %s.\n\n"
        "Annex I\n\nThe two sides shall build a school.\n\n"
        "Annex II\n\nThe two sides shall open a shop.\n";
    char words[400];
    const struct bma_annotated *text;

    snprintf(words, sizeof words, draft, "an integral part of this Agreement");
    text = annotate(*state, words);
    assert_true(text->annexes_integral);
    assert_false(text->clauses[clause_with(text, "build a school")].unbound);
    snprintf(words, sizeof words, draft, "indicative");
    text = annotate(*state, words);
    assert_true(text->clauses[clause_with(text, "build a school")].unbound);
    assert_false(text->clauses[clause_with(text, "open a shop")].unbound);
    snprintf(words, sizeof words, draft, "not an integral part of this Agreement");
    text = annotate(*state, words);
    assert_false(text->annexes_integral);
    assert_true(text->clauses[clause_with(text, "build a school")].unbound);
}

static void test_a_paragraph_that_does_not_bind(void **state)
{
    const struct bma_annotated *text = annotate(
        *state, "Article 1\n\n1. The two sides shall build a school.\n\n2. They shall open a "
                "library. This paragraph creates no legal obligations.\n\nArticle 2\n\n1. They shall "
                "plant a wood.\n\n2. Nothing in this Article creates a legal obligation.\n");

    assert_false(text->non_binding);
    assert_false(text->clauses[clause_with(text, "build a school")].unbound);
    assert_true(text->clauses[clause_with(text, "open a library")].unbound);
    assert_true(text->clauses[clause_with(text, "plant a wood")].unbound);
}

/* clang-format off */
static const struct {
    const char *sentence;
    bool non_binding;
} forces[] = {
    {"This Memorandum does not create any legally binding obligations between the Participants.", true},
    {"The present instrument gives rise to no obligation under international law.", true},
    {"These provisions give rise to no rights or obligations under international law.", true},
    {"This Arrangement represents an understanding reached between the Participants "
     "and does not constitute a legally binding agreement.", true},
    {"This Memorandum is not intended to create legal relations between the two Governments.", true},
    {"This MoU is a record of the intentions of both sides and is not binding upon them.", true},
    {"Nothing in this Memorandum is intended to create rights or obligations enforceable at law.", true},
    {"This Framework is political in character and creates no legal commitments.", true},
    {"The Participants understand that this text is without legal effect.", true},
    {"This Memorandum of Understanding is not an international treaty and imposes no "
     "duties on either side under international law.", true},
    {"It is understood that this document is not governed by international law.", true},
    {"This Declaration is a political document and does not give rise to legal obligations.", true},
    {"The Sides acknowledge that the Memorandum is no more than a statement of intent "
     "and cannot be enforced before any court or tribunal.", true},
    {"This Arrangement is not legally enforceable.", true},
    {"The present Memorandum shall not be deemed a treaty nor create obligations "
     "binding on the Parties.", true},
    {"This Understanding does not bind the Governments in law.", true},
    {"Neither Party shall be legally bound by the present Memorandum.", true},
    {"This Memorandum reflects the political will of the Sides only, and no legal "
     "consequences follow from it.", true},
    {"The Participants do not intend this Arrangement to have legally binding force.", true},
    {"This instrument contains political commitments only and none of its terms is legally binding.", true},
    {"The commitments made herein are of a moral and political nature and are not of "
     "a legal nature.", true},
    {"This Arrangement is not to be regarded as an agreement having binding force "
     "under international law.", true},
    {"It is not meant to be a source of rights or obligations between the Sides.", true},
    {"Everything else in this Framework states what the Sides intend.", true},
    {"Only Chapters 3 and 5 are binding on the Sides.", true},
    {"Articles 4 to 7 and 9 alone bind the Sides.", true},
    {"A ruling under Article 9 by the chair alone binds the employer.", false},
    {"This Arrangement is not a treaty; it is an agreement between two public bodies, and each must carry it "
     "out.", false},
    {"This Agreement does not affect the rights and obligations arising from other "
     "international agreements.", false},
    {"The employer shall not create obligations for the worker under national law.", false},
    {"This contract shall not be legally binding unless signed by the worker.", false},
    {"Any clause of the contract less favourable to the worker shall have no legal effect.", false},
    {"Contract substitution is void and has no legal effect.", false},
    {"The decision of the Committee is not binding on the courts.", false},
    {"The recommendations of the Joint Commission shall not be binding on the Parties.", false},
    {"An oral promise shall give rise to no obligation of the worker.", false},
    {"This Agreement is binding on the Parties.", false},
    {"The worker shall not be bound by any agreement signed under pressure.", false},
    {"This Agreement shall not oblige a Party to alter its immigration law.", false},
    {"Nothing in this Agreement creates obligations to admit a particular worker.", false},
    {"A letter of interest is not a legally binding offer.", false},
    {"The opinion of the mediator is not legally binding on the employer.", false},
};
/* clang-format on */

static void test_what_a_draft_says_of_its_force(void **state)
{
    unsigned wrong = 0;

    for (size_t i = 0; i < sizeof forces / sizeof *forces; i++) {
        char draft[512];
        snprintf(draft, sizeof draft, "Article 1\n\nThe two sides shall build a school.\n\nArticle 2\n\n%s\n",
                 forces[i].sentence);
        if (annotate(*state, draft)->non_binding != forces[i].non_binding) {
            print_error("%s\n", forces[i].sentence);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

static void test_divisions_that_bind_alone(void **state)
{
    const struct bma_annotated *text = annotate(
        *state,
        "1 AIMS\n\n1.1 They shall build a school.\n\n2 FORCE\n\n2.1 Sections 3, 4 and 6 to 8 and the "
        "Schedule are legally binding. The other Sections give rise to no obligation under international "
        "law.\n\n3 TREES\n\n3.1 They shall plant a wood.\n\n5 BOOKS\n\n5.1 They shall open a library."
        "\n\n6 FIRE\n\n6.1 They shall light a lamp.\n\n7 WATER\n\n7.1 They shall dig a well.\n\n8 ICE\n\n8.1 "
        "They shall skate.\n\nSCHEDULE\n\n1. They shall lay a road.\n");

    assert_true(text->non_binding);
    assert_false(text->clauses[clause_with(text, "build a school")].bound);
    assert_true(text->clauses[clause_with(text, "plant a wood")].bound);
    assert_false(text->clauses[clause_with(text, "open a library")].bound);
    assert_true(text->clauses[clause_with(text, "dig a well")].bound); /* within the range */
    assert_true(text->clauses[clause_with(text, "lay a road")].bound);
    text = annotate(*state,
                    "Article 1\n\nThey shall build a school.\n\nArticle 2\n\nThey shall plant a wood."
                    "\n\nArticle 3\n\nExcept for Article 2, this Memorandum creates no legal obligations.\n");
    assert_true(text->non_binding);
    assert_false(text->clauses[clause_with(text, "build a school")].bound);
    assert_true(text->clauses[clause_with(text, "plant a wood")].bound);
}

/* "schedules" do not name the Schedule. */
static void test_an_annex_is_named_by_its_whole_name(void **state)
{
    const struct bma_annotated *text =
        annotate(*state, "1 FORCE\n\n1.1 Section 2 and the schedules of wages in it are legally binding. The "
                         "other Sections give rise to no obligation under international law.\n\n2 TREES\n\n"
                         "2.1 They shall plant a wood.\n\nSCHEDULE\n\n1. They shall lay a road.\n");

    assert_true(text->clauses[clause_with(text, "plant a wood")].bound);
    assert_false(text->clauses[clause_with(text, "lay a road")].bound);
}

static void test_divisions_that_alone_do_not_bind(void **state)
{
    const struct bma_annotated *text = annotate(
        *state,
        "Article 1\n\nThey shall build a school.\n\nArticle 2\n\nThey shall plant a wood.\n\nArticle 3\n\n"
        "Articles 2 and 4 create no legal obligations.\n\nArticle 4\n\nThey shall dig a well.\n");

    assert_false(text->non_binding);
    assert_false(text->clauses[clause_with(text, "build a school")].unbound);
    assert_true(text->clauses[clause_with(text, "plant a wood")].unbound);
    assert_true(text->clauses[clause_with(text, "dig a well")].unbound);
}

static unsigned acts_in(const struct bma_annotated *text, const char *words)
{
    return text->predicates[text->clauses[clause_with(text, words)].first_predicate].actors;
}

static void test_a_duty_that_is_taken_away_unbinds_no_division(void **state)
{
    const struct bma_annotated *text =
        annotate(*state, "Article 1\n\n1. They shall build a school.\n\n2. Nothing in this Article obliges a "
                         "Party to recognise a diploma.\n\nArticle 2\n\n1. They shall plant a wood.\n\n2. "
                         "Nothing in this Article creates legal obligations.\n");

    assert_false(text->clauses[clause_with(text, "build a school")].unbound);
    assert_true(text->clauses[clause_with(text, "plant a wood")].unbound);
}

static void test_one_body_with_the_name_of_an_agency(void **state)
{
    const struct bma_annotated *text = annotate(
        *state, "Article 1\n\nThe list is kept by the National Labour Agency (hereinafter “the Agency”).\n\n"
                "“Bureau” means the Foreign Work Bureau of Orvia.\n\nArticle 2\n\nThe Agency shall choose "
                "candidates.\n\nThe Bureau shall test them.\n\nA licensed agency shall pay.\n\n"
                "The Agencies so licensed shall report.\n");

    assert_int_equal(acts_in(text, "choose") & (BMA_ACTOR_AUTHORITY | BMA_ACTOR_AGENCY), BMA_ACTOR_AUTHORITY);
    assert_int_equal(acts_in(text, "test them") & (BMA_ACTOR_AUTHORITY | BMA_ACTOR_AGENCY),
                     BMA_ACTOR_AUTHORITY);
    assert_int_equal(acts_in(text, "shall pay"), BMA_ACTOR_AGENCY);
    assert_int_equal(acts_in(text, "shall report"), BMA_ACTOR_AGENCY);
    text =
        annotate(*state, "Article 1\n\n“Agency” means a firm that recruits.\n\nThe Agency shall choose.\n");
    assert_int_equal(acts_in(text, "choose"), BMA_ACTOR_AGENCY);
}

static void test_one_body_by_its_short_name(void **state)
{
    const struct bma_annotated *text = annotate(
        *state,
        "Article 1\n\nThe lists are kept by the Overseas Work Section of the Ministry of Labour (hereinafter "
        "“the Section”) and by the National Labour Board of Orvia (NLB).\n\nThe Joint Commission for "
        "Harvest Labour (the Commission) sits in Orvia.\n\nThe Confederation of Free Trade Unions (CFTU) has "
        "a list.\n\nArticle 2\n\nThe Section shall choose candidates.\n\nNLB shall test them.\n\nThe "
        "Commission shall report.\n\nThe section shall be read aloud.\n\nSection 9 shall stand.\n\nCFTU "
        "shall advise.\n");

    assert_int_equal(acts_in(text, "choose"), BMA_ACTOR_AUTHORITY);
    assert_int_equal(acts_in(text, "test them"), BMA_ACTOR_AUTHORITY);
    assert_int_equal(acts_in(text, "shall report"), BMA_ACTOR_JOINT_BODY);
    assert_int_equal(acts_in(text, "read aloud"), 0);
    assert_int_equal(acts_in(text, "shall stand"), 0);
    assert_int_equal(acts_in(text, "advise") & BMA_ACTOR_AUTHORITY, 0);
    text = annotate(*state, "Article 1\n\nThe office shall be lit.\n\nThe National Placement Office keeps "
                            "the pool.\n\nThe Office shall choose.\n");
    assert_int_equal(acts_in(text, "be lit"), 0);
    assert_int_equal(acts_in(text, "choose"), BMA_ACTOR_AUTHORITY);
    text = annotate(*state, /* initials of another language, and a name that says nothing of its owner */
                    "Article 1\n\n“IEFP” means the Institute of Employment and Vocational Training.\n\n“GRX” "
                    "means the Great Employment "
                    "Institution.\n\nArticle 2\n\nThe IEFP shall choose.\n\nThe GRX shall report.\n");
    assert_int_equal(acts_in(text, "choose"), BMA_ACTOR_AUTHORITY);
    assert_int_equal(acts_in(text, "shall report") & BMA_ACTOR_EMPLOYER, 0);
    text = annotate(
        *state, /* entries without quotation marks */
        "Article 1\n\nNEA – National Employment Agency;\n\nDOLE means the Orvian Department of Labour;"
        "\n\nXA: Candidates are heard.\n\nHost means a person who employs.\n\nArticle 2\n\n"
        "NEA shall choose.\n\nDOLE shall report.\n\nXA shall stand.\n\nThe Host shall pay.\n");
    assert_int_equal(acts_in(text, "choose"), BMA_ACTOR_AUTHORITY);
    assert_int_equal(acts_in(text, "shall report"), BMA_ACTOR_AUTHORITY);
    assert_int_equal(acts_in(text, "shall stand"), 0);
    assert_int_equal(acts_in(text, "shall pay"), BMA_ACTOR_EMPLOYER);
}

static void test_rows_below_who_answers(void **state)
{
    static const char table[] =
        "Article 1\n\nThe costs are these.\n\n| Item | Paid by |\n\n| The visa | The employer |"
        "\n\n| Stamps | Worker |\n\nArticle 2\n\n| Item | Colour |\n\n| Caps | Blue |\n";
    const struct bma_annotated *text = annotate(*state, table);
    const struct bma_predicate *visa =
        &text->predicates[text->clauses[clause_with(text, "The visa")].first_predicate];
    const struct bma_predicate *stamps =
        &text->predicates[text->clauses[clause_with(text, "Stamps")].first_predicate];
    const struct bma_predicate *caps =
        &text->predicates[text->clauses[clause_with(text, "Caps")].first_predicate];

    assert_int_equal(visa->modality, BMA_MODALITY_DECLARE);
    assert_int_equal(visa->actors, BMA_ACTOR_EMPLOYER);
    assert_int_equal(stamps->modality, BMA_MODALITY_DECLARE);
    assert_int_equal(stamps->actors, BMA_ACTOR_WORKER);
    assert_int_equal(caps->modality, BMA_MODALITY_NONE);
}

static void test_participants_who_will(void **state)
{
    const struct bma_annotated *text = annotate(
        *state, "Paragraph 1\n\nThe Participants will meet. The Participants will exchange lists. They will "
                "train teachers. They will open a school. They will write a report.\n");

    assert_true(text->non_binding);
    assert_int_equal(text->non_binding_clause, BMA_NONE);
}

static void test_annexes(void **state)
{
    assert_false(annotate(*state, "Article 1\n\nThe form stands in the Annex.\n")->annexes_integral);
    assert_true(annotate(*state, "Article 1\n\nThe Annexes form an integral part of this Agreement.\n")
                    ->annexes_integral);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_elements),
        cmocka_unit_test(test_entries),
        cmocka_unit_test(test_alternatives),
        cmocka_unit_test(test_proposals_of_either_side),
        cmocka_unit_test(test_defined_term_acts),
        cmocka_unit_test(test_defined_term_without_marks),
        cmocka_unit_test(test_enacted_words),
        cmocka_unit_test(test_single_quotation_marks),
        cmocka_unit_test(test_will_is_a_duty_whatever_binds),
        cmocka_unit_test(test_chapters_that_bind_alone),
        cmocka_unit_test(test_annexes_for_guidance),
        cmocka_unit_test(test_a_paragraph_that_does_not_bind),
        cmocka_unit_test(test_what_a_draft_says_of_its_force),
        cmocka_unit_test(test_divisions_that_bind_alone),
        cmocka_unit_test(test_an_annex_is_named_by_its_whole_name),
        cmocka_unit_test(test_divisions_that_alone_do_not_bind),
        cmocka_unit_test(test_a_duty_that_is_taken_away_unbinds_no_division),
        cmocka_unit_test(test_one_body_with_the_name_of_an_agency),
        cmocka_unit_test(test_one_body_by_its_short_name),
        cmocka_unit_test(test_rows_below_who_answers),
        cmocka_unit_test(test_participants_who_will),
        cmocka_unit_test(test_annexes),
    };

    return cmocka_run_group_tests(tests, open_language, close_language);
}
