/* SPDX-License-Identifier: MIT
 * Books with bytes flipped, cut out or cut off, in the container and in its members, of
 * Galley and of a stranger: whatever they became, they are read by the law or refused with
 * a finding that says so. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <galley/law.h>

#include "tests/plugins/epub/printed.h"
#include "tests/plugins/epub/taken.h"

#define CONTAINERS 500
#define MEMBERS 500

typedef struct chance {
    uint32_t state;
} chance;

static uint32_t roll(chance *dice, uint32_t sides)
{
    dice->state = dice->state * 1664525u + 1013904223u;
    return (dice->state >> 8) % sides;
}

/* Some bytes flipped, a piece doubled or left out, or the end cut off; the length of it. */
static size_t spoil(chance *dice, char *bytes, size_t length)
{
    static const char signs[] = "<>&\"'/=- #\0\xff";
    if (!length)
        return 0;
    size_t at = roll(dice, (uint32_t)length), most = length - at;
    switch (roll(dice, 4)) {
    case 0:
        return at;
    case 1:
        most = 1 + roll(dice, (uint32_t)most);
        memmove(bytes + at, bytes + at + most, length - at - most);
        return length - most;
    case 2:
        bytes[at] = signs[roll(dice, sizeof signs - 1)];
        return length;
    default:
        for (uint32_t i = roll(dice, 8); i > 0; i--)
            bytes[roll(dice, (uint32_t)length)] ^= (char)(1 << roll(dice, 8));
        return length;
    }
}

/* How many were read all the same. */
static int assert_survived(galley_slice epub, uint32_t seed)
{
    galley_findings *findings = galley_findings_new();
    galley_status status;
    galley_issue *issue = taken_issue(epub, findings, &status);
    if (issue && galley_law_check(issue, findings, NULL) != GALLEY_OK)
        fail_msg("seed %u breaks the law: %s", seed, galley_findings_at(findings, 0)->text);
    if (!issue && !galley_findings_count(findings, GALLEY_FATAL))
        fail_msg("seed %u is refused (%d) without a word", seed, status);
    if (issue)
        galley_sink_drop(made_written(issue, NULL, NULL, NULL));
    galley_issue_drop(issue);
    galley_findings_drop(findings);
    return issue != NULL;
}

static galley_slice ours(void)
{
    galley_issue *issue = printed_issue();
    galley_issue_make_facts(issue, NULL);
    galley_sink *sink = made_written(issue, NULL, NULL, NULL);
    galley_slice bytes = galley_sink_bytes(sink);
    char *kept = malloc(bytes.length);
    assert_non_null(kept);
    memcpy(kept, bytes.text, bytes.length);
    galley_sink_drop(sink);
    galley_issue_drop(issue);
    return (galley_slice){ kept, bytes.length };
}

/* ticks epub.others */
static void survives_spoilt_containers(void **state)
{
    (void)state;
    galley_slice book = ours();
    int whole = 0;
    for (uint32_t seed = 1; seed <= CONTAINERS; seed++) {
        chance dice = { seed * 2654435761u };
        char *bytes = malloc(book.length);
        assert_non_null(bytes);
        memcpy(bytes, book.text, book.length);
        size_t length = spoil(&dice, bytes, book.length);
        whole += assert_survived((galley_slice){ bytes, length }, seed);
        free(bytes);
    }
    assert_true(whole > 0 && whole < CONTAINERS);
    free((char *)book.text);
}

/* One member, or a few, of a book that is sound as a container. */
static galley_slice spoilt(chance *dice, const opened *book)
{
    taken_member members[64];
    char *copies[64] = { NULL };
    assert_true(book->count < 64);
    for (size_t i = 0; i < book->count; i++)
        members[i] = (taken_member){ book->members[i].name, { book->members[i].bytes, book->members[i].length } };
    for (uint32_t i = 1 + roll(dice, 3); i > 0; i--) {
        size_t which = roll(dice, (uint32_t)book->count);
        char *copy = copies[which] ? copies[which] : malloc(members[which].bytes.length + 1);
        assert_non_null(copy);
        memmove(copy, members[which].bytes.text, members[which].bytes.length);
        members[which].bytes = (galley_slice){ copy, spoil(dice, copy, members[which].bytes.length) };
        copies[which] = copy;
    }
    galley_slice packed = taken_pack(members, book->count);
    for (size_t i = 0; i < book->count; i++)
        free(copies[i]);
    return packed;
}

static void survive_spoilt_members(const char *prefix)
{
    galley_slice bytes = ours();
    opened *book = opened_new(bytes);
    for (size_t i = 0; prefix && i < book->count; i++) {
        char *at = memmem(book->members[i].bytes, book->members[i].length, prefix, strlen(prefix));
        if (at)
            *at = '-';
    }
    int whole = 0;
    for (uint32_t seed = 1; seed <= MEMBERS; seed++) {
        chance dice = { seed * 2654435761u };
        galley_slice packed = spoilt(&dice, book);
        whole += assert_survived(packed, seed);
        free((char *)packed.text);
    }
    assert_true(whole > MEMBERS / 10);
    opened_drop(book);
    free((char *)bytes.text);
}

/* ticks epub.others */
static void survives_spoilt_books_of_galley(void **state)
{
    (void)state;
    survive_spoilt_members(NULL);
}

/* The same book is a stranger's without Galley's vocabulary. */
static void survives_spoilt_books_of_strangers(void **state)
{
    (void)state;
    survive_spoilt_members("galley: https:");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(survives_spoilt_containers),
        cmocka_unit_test(survives_spoilt_books_of_galley),
        cmocka_unit_test(survives_spoilt_books_of_strangers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
