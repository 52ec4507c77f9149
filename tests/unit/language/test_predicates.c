/*
 * Modality, polarity, hedges and actors, one sentence per case.  The
 * expectation lists the predicates in order as the dump of features prints
 * them; a predicate inside another begins with a full stop.
 */
#include "annotate_text.h"

static const struct {
    const char *sentence, *predicates;
} sentences[] = {
    {"In order that the consul may visit them in good time, the employer shall keep a list of the workers.",
     ".permit (authority); duty (employer)"},
    {"Should the worker fall ill during the voyage, the employer shall bear the cost.",
     ".duty if (employer); duty if (employer)"},
    {"The Joint Committee, which may invite experts, shall meet twice a year.",
     "duty (joint-body); .permit (joint-body); duty (joint-body)"},
    {"The Parties shall assist workers who wish to return.", "duty (parties); .duty (parties)"},
    {"The Parties should open a desk to which workers can turn with complaints.",
     "soft (parties); .permit hedged (worker)"},
    {"The Parties should open a desk, to which workers can turn with complaints.",
     "soft (parties); .permit (worker)"},
    {"No employer shall keep the passport of a worker.", "duty not (employer)"},
    {"The employer shall give a contract and not keep the passport of a worker.",
     "duty (employer); duty not (employer)"},
    {"The employer shall give a contract, not keep the passport of a worker and find a room.",
     "duty (employer); duty not (employer); duty (employer)"},
    {"The Parties shall ensure that employers pay wages on time and do not keep passports.",
     "duty (parties); .duty (parties); .duty not (parties)"},
    {"The Parties shall endeavour, as far as possible, to shorten the waiting time.",
     "soft hedged (parties)"},
    {"The worker may complain of the employer to the labour inspectorate without leaving the employment.",
     "permit (worker)"},
    {"Nothing in this Agreement shall oblige either Party to publish its lists.", "duty released"},
    {"The costs of travel shall be borne by the employer.", "duty (employer)"},
    {"The bureau may receive no payment from the Worker.", "duty not (agency)"},
    {"If the contract is ended early, the employer shall pay the return ticket and the agency shall find a "
     "new post.",
     ".duty if (employer); duty if (employer); duty (agency)"},
    {"The Parties [shall][should] meet each year.", "soft (parties)"},
    {"For crew members joining a vessel the consular officer may dispense with the visa.",
     "permit (authority)"},
    {"For each nurse recruited the host State shall reimburse the cost of training.", "duty (destination)"},
    {"Under this Agreement workers may leave.", "permit (worker)"},
    {"A workman who, with the knowledge of his employer, has gone home may come back within a year.",
     "permit (worker)"},
    {"The employer, after hearing the worker, shall set the hours.", "duty (employer)"},
    {"The worker's passport is deposited with the employer.", "declare"},
    {"The holder of a residence card may be absent for six months.", "permit (worker)"},
    {"Each worker shall be advised of the working hours.", "duty"},
    {"Firms should let candidates know what they will earn.", "soft (employer); .duty hedged (worker)"},
    {"The Parties shall ensure that no fee is charged to workers.", "duty (parties); .duty not (parties)"},
    {"The Parties shall ensure that workers are informed of their rights and shall report each year.",
     "duty (parties); .duty (parties); duty (parties)"},
    {"The Worker enters without visa.", "declare (worker)"},
    {"Workers whom the employer selects under Article 3 shall be entitled to housing.", "right (worker)"},
    {"A worker shall not be dismissed unless the labour office has agreed in writing.",
     "duty not except; .duty except"},
    {"Neither Party may restrict the quota under paragraph 2 of Article 7 or Articles 4 and 12.",
     "duty not (parties)"},
    {"The contract shall contain the particulars listed in Article 11 of the Convention on Migration.",
     "duty"},
    {"The host country will strive to admit spouses and shall issue permits free of charge.",
     "soft (destination); duty (destination)"},
    {"At the request of the Employer, the employment office shall extend the permit.", "duty (authority)"},
    {"Workers shall not be required to join a union.", "duty released (worker)"},
    {"The Parties will seek to forecast each year how many workers will be needed.",
     "soft (parties); .duty hedged"},
    {"The Parties shall ensure that no post is vacant and that lodging is found.",
     "duty (parties); .duty not (parties); duty (parties); .duty (parties)"},
    {"Differences shall be put to the Board and, should this not settle them, to the Ministers.",
     "duty if; .duty if"},
    {"The worker shall refrain, as long as the contract lasts, from joining a union.", "duty not (worker)"},
    {"Workers may be told to answer.", "permit"},
    {"A household worker shall have a room of her own.", "right (worker)"},
    {"Towns in which workers live may offer them classes.", "permit"},
    {"The State from which the workers come and the employer shall share the cost.", "duty (employer)"},
    {"The competent authority of the host country shall not later than 31 March inform the other Party.",
     "duty (destination, authority)"},
    {"The Growers agree to pay the fare, and the trainee undertakes to leave the country on expiry of the "
     "permit.",
     "duty (employer); duty (worker)"},
    {"Where circumstances permit, the Parties will consider the possibility of family reunion.",
     "soft hedged (parties)"},
    {"Only licensed agencies may recruit workers.", "duty (agency)"},
    {"Employers are encouraged to make use of the model contract.", "soft (employer)"},
    {"The fee shall not exceed the cost of production.", "duty"},
    {"The Sending Party should inform candidates of the cost of living before departure.", "soft (origin)"},
    {"Trainees must leave the territory at the end of the permit.", "duty (worker)"},
    {"The competent authorities are required to answer within thirty days.", "duty (authority)"},
    {"Each Party undertakes to publish the list of licensed agencies every year.", "duty (parties)"},
    {"The Ministry of Labour of Lurania binds itself to receive two hundred nurses.", "duty (authority)"},
    {"It is incumbent upon the employer to provide lodging.", "duty (employer)"},
    {"Workers shall enjoy the same treatment as nationals.", "right (worker)"},
    {"Student employees are entitled to a weekly rest.", "right (worker)"},
    {"The holder has the right to change employer.", "right (worker)"},
    {"A worker is free to join a trade union.", "right (worker)"},
    {"It is prohibited to retain identity documents.", "duty not"},
    {"Agencies shall refrain from charging candidates.", "duty not (agency)"},
    {"The Parties undertake not to levy a departure tax.", "duty not (parties)"},
    {"Workers are not permitted to be accompanied by their families.", "duty not"},
    {"Employers may not deduct the fare from wages.", "duty not (employer)"},
    {"In no case shall the employer withhold the wage.", "duty not (employer)"},
    {"Nobody shall be expelled without a written decision.", "duty not; .duty if"},
    {"No worker shall be embarked who has not signed the contract.", "duty not; .duty if"},
    {"No worker shall leave before the contract has been read out.", "duty not (worker); .duty if (worker)"},
    {"Workers shall be admitted without a visa.", "duty"},
    {"A worker who has completed a season may, after two years, be included in a new group.", "permit"},
    {"The worker shall within thirty days be informed of the result.", "duty"},
    {"The worker may on request go home and be absent for a week.", "permit (worker)"},
    {"In neither State may workers be asked for a fee.", "duty not"},
    {"No employer shall (a) keep the passport of a worker; (b) withhold wages; or (c) issue threats.",
     "duty not (employer); duty not (employer); duty not (employer)"},
    {"The Parties may exchange figures; hold seminars; and send experts.",
     "permit (parties); permit (parties); permit (parties)"},
    {"The Parties shall (i) as far as possible grant courses; (ii) publish this Agreement.",
     "duty hedged (parties); duty (parties)"},
    {"Employers should refrain from keeping passports.", "soft not (employer)"},
    {"Agencies ought not to charge fees.", "soft not (agency)"},
    {"It is hoped that the banks may lower their charges.", "aim; .aim"},
    {"No agency shall be exempt from inspection.", "duty (agency)"},
    {"Costs are met by the employer and shall not be passed on to the worker.",
     "declare (employer); duty not"},
    {"The annexes are confidential and shall not be disclosed.", "declare; duty not"},
    {"The employer pays the passage home, and no worker shall be asked for it.",
     "declare (employer); duty not"},
    {"The agency finds posts for workers, and the employer may not hinder it.",
     "declare (agency); duty not (employer)"},
    {"The ministries, the unions and the agencies shall not disclose it.", "duty not (agency, third-party)"},
    {"The Parties shall ensure, in accordance with their laws, that no fee is paid by the worker.",
     "duty (parties); .duty not (parties)"},
    {"The Parties shall not derogate from equal treatment of workers.", "duty (parties)"},
    {"No worker shall be barred from union office.", "duty (worker)"},
    {"Workers shall be barred from union office.", "duty not (worker)"},
    {"Under no circumstances may a deposit be required.", "duty not"},
    {"The Parties shall not be bound to readmit nationals of third States.", "duty released (parties)"},
    {"The employer is not obliged to renew the contract.", "duty released (employer)"},
    {"The Parties shall give favourable consideration to requests for extension.", "soft (parties)"},
    {"The Parties shall examine the possibility of concluding an agreement on pensions.", "soft (parties)"},
    {"The Parties shall make every effort to combat trafficking.", "soft (parties)"},
    {"The Receiving State will, within the limits of its budget, finance language courses.",
     "duty hedged (destination)"},
    {"The labour office may, where appropriate, hear the employer.", "permit hedged (authority)"},
    {"The Joint Commission shall meet at least once a year and may set up working groups.",
     "duty (joint-body); permit (joint-body)"},
    {"The agency shall inform the worker of his rights, and the worker shall confirm receipt in writing.",
     "duty (agency); duty (worker)"},
    {"The employer shall pay not less than the minimum wage.", "duty (employer)"},
    {"The employer shall not only pay the fare but also provide food.", "duty (employer)"},
    {"The request shall be filed not later than 31 May.", "duty"},
    {"The list shall be exchanged in May and November by the ministries.", "duty (parties)"},
    {"Wages shall be paid monthly.", "duty"},
    {"Subject to the availability of funds, the Parties shall organise seminars.", "duty hedged (parties)"},
    {"The purpose of this Agreement is to regulate the hiring of seafarers.", "aim"},
    {"This Agreement aims at strengthening the protection of migrants.", "aim"},
    {"The Parties, recognising the value of training, shall establish a school.",
     "aim (parties); duty (parties)"},
    {"The consul is informed within two days.", "declare (authority)"},
    {"There is established a Joint Committee composed of six members.", "declare"},
    {"The host country shall provide, to the extent possible, that spouses may work.",
     "duty hedged (destination); .permit (worker)"},
    {"The employer, provided that the worker so requests, shall advance the fare.",
     "duty if (employer); .duty if (employer); duty if (employer)"},
    {"Where the worker falls ill, the employer shall not terminate the contract.",
     ".duty if (employer); duty not if (employer)"},
    {"The employer shall make no deductions other than those listed in Annex II.",
     "duty not except (employer); .duty except (employer)"},
    {"Except in an emergency, workers may not be moved to another employer.",
     ".duty except; duty not except"},
    {"The agency, which must hold a licence, shall be liable jointly with the employer.",
     "duty (agency); .duty (agency); duty (agency)"},
    {"Candidates who wish to leave may withdraw at any time without cost.",
     "permit (worker); .permit (worker); permit (worker)"},
    {"The worker shall be assisted by the consulate and shall be given an interpreter free of charge.",
     "duty (authority); duty"},
    {"The Grower who employs more than ten workers shall appoint a welfare officer.", "duty (worker)"},
    {"For the purposes of this Agreement, “trainee” shall mean a person aged 18 to 30.", "none; none"},
    {"By “holder” is understood a person to whom a card was issued.", "none (worker)"},
    {"For the purposes of this Agreement the Parties shall cooperate closely.", "duty (parties)"},
    {"The body set up by another instrument shall follow the matter.", "duty"},
    {"The Annexes form an integral part of this Agreement.", "declare"},
    {"The permit shall be issued as promptly as possible.", "duty hedged"},
    {"It shall be for the receiving authorities to decide on extension.", "duty (destination)"},
    {"The Parties agree that workers shall not be charged fees.", "duty (parties); .duty not (parties)"},
    {"The employer shall see to it that every worker receives a copy of the contract.",
     "duty (employer); .duty (employer)"},
    {"Neither the employer nor the agency shall retain any document.", "duty not (employer)"},
    {"No worker may be required to pay a fee.", "duty not"},
    {"The residence permit may be withdrawn by the authorities.", "permit (authority)"},
    {"The Sending Agency shall recruit, train and send.", "duty (agency)"},
    {"Either Party may denounce this Agreement by written notice of six months.", "permit (parties)"},
    {"The competent authorities may be assisted by the trade unions.", "permit (third-party)"},
    {"The parties to the dispute may apply to the court.", "permit"},
    {"The costs shall be shared equally by the Parties.", "duty (parties)"},
    {"The authorities of the country of origin shall, at the request of the employer, verify certificates.",
     "duty (origin, authority)"},
    {"A worker who has been dismissed shall not for that reason lose the permit.", "duty not (worker)"},
    /* the only verb, and the first of two statements, are not the relative clause's */
    {"Workers who return may enrol in courses.", "permit (worker)"},
    {"Those who have gone abroad shall be refused land, and the consulates shall break off dealings with "
     "them.",
     "duty; duty (authority)"},
    {"Workers attend a course in which they can ask.", "declare (worker); .permit (worker)"},
    {"The Contracting Parties shall, in so far as possible, simplify formalities; they will consult once a "
     "year.",
     "duty hedged (parties); duty"},
    {"The provisions of paragraphs 1 to 3 of Article 2 and Annex III apply.", "declare"},
    {"Article 6, paragraph 2, shall apply to the persons referred to in subparagraph (b).", "duty"},
    {"Each hospital shall, not later than ten days after arrival, register the nurse with the insurance "
     "fund.",
     "duty (employer)"},
};

/* The predicates of a clause as the tables above write them. */
static void signature(const struct bma_annotated *text, uint32_t clause, char *out, size_t size)
{
    static const char *const actors[] = {"parties", "origin",     "destination", "employer",   "worker",
                                         "agency",  "joint-body", "authority",   "third-party"};
    const struct bma_clause_features *features = &text->clauses[clause];
    size_t used = 0;

    out[0] = '\0';
    for (uint32_t i = 0; i < features->predicate_count && used < size - 256; i++) {
        const struct bma_predicate *p = &text->predicates[features->first_predicate + i];
        used += (size_t)snprintf(out + used, size - used, "%s%s%s%s%s%s%s%s%s", i ? "; " : "",
                                 p->subordinate ? "." : "", bma_modality_name(p->modality),
                                 p->negated ? " not" : "", p->released ? " released" : "",
                                 p->hedged ? " hedged" : "", p->conditional ? " if" : "",
                                 p->excepted ? " except" : "", p->inherited ? " inherited" : "");
        const char *before = " (";
        for (unsigned a = 0; a < sizeof actors / sizeof *actors; a++) {
            if (!(p->actors & bma_actor_find(actors[a])))
                continue;
            used += (size_t)snprintf(out + used, size - used, "%s%s", before, actors[a]);
            before = ", ";
        }
        if (p->actors)
            used += (size_t)snprintf(out + used, size - used, ")");
    }
}

static void test_sentences(void **state)
{
    unsigned wrong = 0;

    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        char draft[1024], words[40], found[2048];
        snprintf(draft, sizeof draft, "Article 1\n\n%s\n", sentences[i].sentence);
        snprintf(words, sizeof words, "%.18s", sentences[i].sentence);
        const struct bma_annotated *text = annotate(*state, draft);
        signature(text, clause_with(text, words), found, sizeof found);
        if (strcmp(found, sentences[i].predicates) != 0) {
            print_error("%s\n  expected %s\n  found    %s\n", sentences[i].sentence, sentences[i].predicates,
                        found);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

static void check(void **state, const char *draft, const char *words, const char *expected)
{
    const struct bma_annotated *text = annotate(*state, draft);
    char found[2048];

    signature(text, clause_with(text, words), found, sizeof found);
    assert_string_equal(found, expected);
}

static void test_items_inherit(void **state)
{
    static const char draft[] = "Article 4\n\nNo employer shall:\n\n(a) keep the papers of a worker;\n\n"
                                "(b) hold back wages; or\n\n(c) ask for a deposit.\n";

    check(state, draft, "keep the papers", "duty not inherited (employer)");
    check(state, draft, "hold back", "duty not inherited (employer)");
    check(state, draft, "ask for", "duty not inherited (employer)");
}

static void test_item_with_its_own_verb(void **state)
{
    static const char draft[] =
        "Article 4\n\nThe Parties shall endeavour:\n\n(a) to shorten the waiting time;\n\n"
        "(b) the employer shall pay the fare.\n";

    check(state, draft, "to shorten", "soft inherited (parties)");
    check(state, draft, "pay the fare", "duty (employer)");
}

static void test_predicates_cover_the_clause(void **state)
{
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        char draft[1024];
        snprintf(draft, sizeof draft, "Article 1\n\n%s\n", sentences[i].sentence);
        const struct bma_annotated *text = annotate(*state, draft);
        for (uint32_t c = 0; c < text->document->clause_count; c++) {
            uint32_t at = text->clauses[c].first_token;
            for (uint32_t p = 0; p < text->clauses[c].predicate_count; p++) {
                const struct bma_predicate *predicate =
                    &text->predicates[text->clauses[c].first_predicate + p];
                assert_int_equal(predicate->first, at);
                assert_true(predicate->end > predicate->first);
                at = predicate->end;
            }
            assert_int_equal(at, text->clauses[c].end_token);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_items_inherit),
        cmocka_unit_test(test_item_with_its_own_verb),
        cmocka_unit_test(test_predicates_cover_the_clause),
    };

    return cmocka_run_group_tests(tests, open_language, close_language);
}
