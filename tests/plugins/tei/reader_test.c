/* SPDX-License-Identifier: MIT
 * What is refused and what is survived: other XML, changes by hand, pointers to nowhere, what
 * points out of the file, too deep, too wide, and any byte that chance changes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "plugins/tei/reader.h"
#include "tests/plugins/json/issues.h"
#include "tests/plugins/tei/again.h"

#define HEAD "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/><text><body>"
#define FOOT "</body></text></TEI>"

typedef struct outcome {
    galley_issue *issue;
    galley_source *source;
    galley_findings *findings;
    galley_status status;
} outcome;

static outcome read_bytes(galley_slice bytes)
{
    outcome read = { galley_issue_new(0), galley_source_memory("a.xml", bytes), galley_findings_new(), GALLEY_OK };
    assert_non_null(read.issue);
    assert_non_null(read.source);
    read.status = tei_read(read.issue, &read.source, 1, NULL, read.findings);
    return read;
}

static outcome read_text(const char *text)
{
    return read_bytes(galley_slice_of(text));
}

static void drop(outcome *read)
{
    galley_issue_drop(read->issue);
    galley_source_drop(read->source);
    galley_findings_drop(read->findings);
}

static void assert_outcome(const char *text, galley_status status, const char *code)
{
    outcome read = read_text(text);
    if (read.status != status || (code && !galley_findings_count_code(read.findings, code)))
        fail_msg("%.60s ended with %d, without %s", text, (int)read.status, code ? code : "findings");
    if (!code)
        assert_int_equal(galley_findings_kept(read.findings), 0);
    drop(&read);
}

/* ticks tei.others */
static void refuses_what_is_no_tei(void **state)
{
    (void)state;
    assert_outcome("", GALLEY_FORMAT, "xml.syntax");
    assert_outcome("<html/>", GALLEY_FORMAT, "tei.invalid");
    assert_outcome("<TEI xmlns='urn:other'><text/></TEI>", GALLEY_FORMAT, "tei.invalid");
    assert_outcome("<TEI><teiHeader/></TEI>", GALLEY_FORMAT, "tei.invalid");
    assert_outcome(HEAD "<p>no end", GALLEY_FORMAT, "xml.syntax");
    assert_outcome("<TEI><text/></TEI>", GALLEY_OK, NULL);
    assert_outcome("<TEI.2><text><body><p>an older form</p></body></text></TEI.2>", GALLEY_OK, NULL);
    assert_outcome("<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'>" HEAD "<p>one</p>" FOOT HEAD "<p>two</p>" FOOT
                   "</teiCorpus>",
                   GALLEY_OK, NULL);
}

/* ticks tei.others */
static void follows_nothing_out_of_the_file(void **state)
{
    (void)state;
    assert_outcome(HEAD "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='/etc/passwd'/>" FOOT, GALLEY_OK,
                   "tei.include");
    assert_outcome("<!DOCTYPE TEI SYSTEM '/etc/passwd' [<!ENTITY a SYSTEM '/etc/passwd'>]>" HEAD "<p>&a;</p>" FOOT,
                   GALLEY_OK, "xml.entity");
    assert_outcome("<!DOCTYPE TEI [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;'>]>" HEAD
                   "<p>&b;</p>" FOOT,
                   GALLEY_OK, "xml.declarations");
}

/* ticks tei.others */
static void makes_no_article_of_nothing(void **state)
{
    (void)state;
    outcome read =
        read_text(HEAD "<div><list/></div><div><figure/><p> </p></div><div><p>a</p></div><div><head/></div>" FOOT);
    assert_int_equal(read.status, GALLEY_OK);
    assert_int_equal(read.issue->articles.count, 1);
    drop(&read);
}

static char *repeat(const char *before, const char *middle, size_t count, const char *after)
{
    size_t length = strlen(middle);
    char *text = malloc(strlen(before) + count * length + strlen(after) + 1), *at = text;
    assert_non_null(text);
    at += strlen(strcpy(at, before));
    for (size_t i = 0; i < count; i++, at += length)
        memcpy(at, middle, length);
    strcpy(at, after);
    return text;
}

/* ticks tei.others */
static void survives_the_deep_and_the_wide(void **state)
{
    (void)state;
    char *closed = repeat("x", "</div>", 240, FOOT), *deep = repeat(HEAD, "<div><head>a</head>", 240, closed);
    char *too_deep = repeat(HEAD, "<p><hi rend='bold'>", 2000, "");
    char *wide = repeat(HEAD "<p rend='", "bold ", 200000, "'>a</p>" FOOT);
    char *inner = repeat("x", "</hi>", 100, "</p>" FOOT), *marks = repeat(HEAD "<p>", "<hi rend='bold'>", 100, inner);
    assert_outcome(deep, GALLEY_OK, NULL);
    assert_outcome(too_deep, GALLEY_LIMIT, "xml.limit");
    assert_outcome(wide, GALLEY_OK, NULL);
    assert_outcome(marks, GALLEY_OK, NULL);
    char *const texts[] = { closed, deep, too_deep, wide, inner, marks };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        free(texts[i]);
}

static double seconds(size_t articles)
{
    char *text = repeat(HEAD, "<div type='article'><head>a</head><p>b<lb/>c<note>d</note></p></div>", articles, FOOT);
    clock_t before = clock();
    outcome read = read_text(text);
    double spent = (double)(clock() - before) / CLOCKS_PER_SEC;
    assert_int_equal(read.status, GALLEY_OK);
    assert_int_equal(read.issue->articles.count, articles);
    drop(&read);
    free(text);
    return spent;
}

/* ticks tei.others */
static void reads_others_in_linear_time(void **state)
{
    (void)state;
    double some = seconds(2000), many = seconds(20000);
    assert_true(many < 40 * some + 0.5);
}

/* ---- Galley's own, changed ------------------------------------------------------------- */

static const char page[] = "湾里晚报\n\n2031年5月6日\n星期二 农历四月\n第77期 湾里报社出版\n\n本 报 讯 （记 者 林 小 "
                           "满）5 月 5\n日，湾里区图书馆新馆开放。\n\n"
                           "湾里区图书馆新馆开放\n林区长等参加\n";

/* The page as TEI, with the first `part` behind the header replaced. */
static outcome read_changed(const char *part, const char *by)
{
    galley_issue *issue = again_issue(page);
    galley_sink *sink = made_written(issue, NULL, NULL, NULL);
    galley_slice bytes = galley_sink_bytes(sink);
    galley_buffer changed = { 0 };
    size_t at =
        galley_slice_find(bytes, galley_slice_of(part), galley_slice_find(bytes, galley_slice_of("<facsimile"), 0));
    assert_int_not_equal(at, SIZE_MAX);
    galley_buffer_add(&changed, galley_slice_part(bytes, 0, at));
    galley_buffer_put(&changed, by);
    galley_buffer_add(&changed, galley_slice_part(bytes, at + strlen(part), bytes.length));
    outcome read = read_bytes(galley_buffer_slice(&changed));
    galley_buffer_drop(&changed);
    galley_sink_drop(sink);
    galley_issue_drop(issue);
    return read;
}

static bool has_line(const galley_issue *issue, const char *part)
{
    for (size_t i = 0; i < issue->lines.count; i++)
        if (galley_slice_find(issue->lines.items[i].text, galley_slice_of(part), 0) != SIZE_MAX)
            return true;
    return false;
}

/* A line that the text gives back is what the text says, whoever said it. */
/* ticks tei.changed */
static void takes_a_correction_of_the_text(void **state)
{
    (void)state;
    outcome read = read_changed("图书馆新馆开放。", "图书馆旧馆开放。");
    assert_int_equal(read.status, GALLEY_OK);
    assert_int_equal(galley_findings_kept(read.findings), 0);
    assert_true(has_line(read.issue, "图书馆旧馆开放。"));
    drop(&read);
}

/* ticks tei.changed */
static void reads_what_somebody_changed_as_that_of_others(void **state)
{
    static const char *const changes[][2] = {
        { "本报讯", "本报电" },                                      /* not what the line has */
        { "<lb n=\"8\" facs=\"#l8\"", "<lb n=\"8\" facs=\"#l99\"" }, /* a line that is not there */
        { "xml:id=\"l8\"", "xml:id=\"l7\"" },
        { "<p ", "<note>by hand</note><p " },
        { "<head type=\"main\"", "<head type=\"first\"" },
        { "cert=\"", "cert=\"x" },
        { "<div type=\"article\"", "<div type=\"story\"" },
        { "rend=\"from(", "rend=\"of(" },
        { "target=\"#", "target=\"#no" },
        { "<body>", "<body><p>by hand</p>" },
        { "</body>", "</body><back><p>by hand</p></back>" },
        { "<docImprint", "<docDate>by hand</docDate><docImprint" },
        { "</docDate></docImprint>", "</docDate>by hand</docImprint>" },
        { "<line corresp=\"#l7\"", "<line corresp=\"#l2\"" }, /* no line that comes next has it */
    };
    (void)state;
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        outcome read = read_changed(changes[i][0], changes[i][1]);
        assert_int_equal(read.status, GALLEY_OK);
        if (galley_findings_count_code(read.findings, "tei.changed") != 1)
            fail_msg("nobody saw that %s became %s", changes[i][0], changes[i][1]);
        assert_true(read.issue->articles.count >= 2);
        assert_true(has_line(read.issue, "湾里晚报"));
        drop(&read);
    }
}

/* ticks tei.options */
static void makes_lines_where_texts_have_none(void **state)
{
    static const char *const options[] = { "lines", "facsimile" };
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        galley_issue *issue = again_issue(page);
        galley_findings *findings = galley_findings_new();
        galley_sink *sink = made_written(issue, options[i], "no", findings);
        assert_int_equal(galley_findings_count_code(findings, i ? "tei.facsimile" : "tei.lines"), 1);
        outcome read = read_bytes(galley_sink_bytes(sink));
        assert_int_equal(read.status, GALLEY_OK);
        assert_int_equal(galley_findings_count_code(read.findings, "tei.places"), i == 0);
        assert_int_equal(read.issue->articles.count, issue->articles.count);
        assert_true(has_line(read.issue, "5月5日，湾里区"));
        drop(&read);
        galley_sink_drop(sink);
        galley_findings_drop(findings);
        galley_issue_drop(issue);
    }
}

/* ---- Chance -------------------------------------------------------------------------------- */

static uint32_t roll(uint32_t *dice, size_t sides)
{
    *dice = *dice * 1664525u + 1013904223u;
    return (uint32_t)((*dice >> 8) % sides);
}

/* Some bytes become others, a run of them goes, or comes twice. */
static void mutate(char *bytes, size_t *length, uint32_t *dice)
{
    static const char signs[] = "<>/\"'=&;# l1z9-]!?\xE5\x00";
    size_t at = roll(dice, *length), run = 1 + roll(dice, 40);
    run = run < *length - at ? run : *length - at;
    switch (roll(dice, 4)) {
    case 0:
        memmove(bytes + at, bytes + at + run, *length - at - run);
        *length -= run;
        break;
    case 1:
        memmove(bytes + at, bytes + roll(dice, *length - run + 1), run);
        break;
    case 2:
        bytes[at] = signs[roll(dice, sizeof signs)];
        break;
    default:
        bytes[at] = (char)(bytes[at] ^ (1 << roll(dice, 8)));
    }
    *length = *length ? *length : 1;
}

static void survive(galley_slice bytes, uint32_t seed)
{
    uint32_t dice = seed * 2654435761u + 1;
    size_t length = bytes.length;
    char *copy = malloc(length + 1);
    assert_non_null(copy);
    memcpy(copy, bytes.text, length);
    for (uint32_t i = 1 + roll(&dice, 3); i > 0; i--)
        mutate(copy, &length, &dice);
    if (!roll(&dice, 8))
        length = roll(&dice, length) + 1;
    outcome read = read_bytes((galley_slice){ copy, length });
    if (read.status == GALLEY_OK) /* whatever it is, it can be written */
        galley_sink_drop(made_written(read.issue, NULL, NULL, NULL));
    else
        assert_true(galley_findings_reached(read.findings, GALLEY_FATAL));
    drop(&read);
    free(copy);
}

static const char stranger[] =
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title>a</title></titleStmt><sourceDesc>"
    "<bibl><date when='1900-01-01'/></bibl></sourceDesc></fileDesc></teiHeader><text><front><titlePage><docTitle>"
    "<titlePart>T</titlePart></docTitle></titlePage></front><body><pb n='1'/><div type='section'><head>S</head>"
    "<div type='item' xml:id='a' next='#b'><head>H</head><p>Ab-<lb/>c <hi rend='bold'>d<lb break='no'/>e</hi><note>n"
    "</note><list><item>i</item></list>t<pb n='[2]'/>u</p><figure><graphic url='x%20y'/><head>c</head></figure></div>"
    "<div type='item' xml:id='b' prev='#a'><table><row><cell>1</cell><cell>2</cell></row></table><quote><p>q</p>"
    "</quote><choice><sic>x</sic><corr>y</corr></choice><pc force='weak'>-</pc></div></div></body></text></TEI>";

/* ticks tei.others */
static void survives_any_change_of_bytes(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 1500; seed++)
        survive(galley_slice_of(stranger), seed);
    for (uint32_t seed = 1; seed <= 1500; seed++) {
        galley_issue *issue = seed % 8 ? issue_at_random(seed / 50 + 1) : again_issue(page);
        galley_sink *sink = made_written(issue, NULL, NULL, NULL);
        survive(galley_sink_bytes(sink), seed);
        galley_sink_drop(sink);
        galley_issue_drop(issue);
    }
}

/* ticks tei.others */
static void knows_tei(void **state)
{
    (void)state;
    assert_int_equal(tei_probe(galley_slice_of(HEAD), true, "a"), 100);
    assert_int_equal(tei_probe(galley_slice_of("<TEI.2><teiHeader/>"), true, "a"), 90);
    assert_int_equal(tei_probe((galley_slice){ "\xFF\xFE<\0T\0E\0I\0 \0t\0e\0i\0H\0e\0a\0d\0e\0r", 29 }, true, "a"),
                     90);
    assert_int_equal(tei_probe(galley_slice_of("# How <TEI xmlns='http://www.tei-c.org/ns/1.0'> is read"), true, "a"),
                     0);
    assert_int_equal(tei_probe(galley_slice_of("<html/>"), true, "a.xml"), 0);
    assert_int_equal(tei_probe(galley_slice_of("no markup, http://www.tei-c.org/ns/1.0"), true, "a.xml"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_what_is_no_tei),
        cmocka_unit_test(follows_nothing_out_of_the_file),
        cmocka_unit_test(makes_no_article_of_nothing),
        cmocka_unit_test(survives_the_deep_and_the_wide),
        cmocka_unit_test(reads_others_in_linear_time),
        cmocka_unit_test(takes_a_correction_of_the_text),
        cmocka_unit_test(reads_what_somebody_changed_as_that_of_others),
        cmocka_unit_test(makes_lines_where_texts_have_none),
        cmocka_unit_test(survives_any_change_of_bytes),
        cmocka_unit_test(knows_tei),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
