/* SPDX-License-Identifier: MIT
 * A form is walked beside the text, part by part.  Only weekdays, months and eras
 * have names; numbers are taken at their longest, so nothing needs to be tried twice. */
#include "core/text/date.h"

#include <stdlib.h>

#include "core/text/utf8.h"

#define YEAR_DIGITS 4

/* ---- Reading the packs ------------------------------------------------------------ */

static bool add_name(galley_arena *arena, galley_slice word, long value, date_names *out)
{
    uint32_t *codes = galley_arena_array(arena, word.length + 1, sizeof *codes);
    date_name *made = codes ? galley_push(arena, out) : NULL;
    if (!made)
        return false;
    size_t count = 0;
    for (const char *at = word.text, *end = galley_slice_end(word); at < end;) {
        uint32_t code = galley_text_next(&at, end);
        if (code != '_')
            codes[count++] = utf8_lower(pattern_fold(code));
    }
    *made = (date_name){ codes, count, value };
    out->firsts |= UINT64_C(1) << (codes[0] & 63);
    return true;
}

/* The next run of other characters than those in `ends`; empty at the end. */
static galley_slice next_word(const char **at, const char *end, const char *ends)
{
    while (*at < end && strchr(ends, **at))
        ++*at;
    const char *from = *at;
    while (*at < end && !strchr(ends, **at))
        ++*at;
    return galley_slice_range(from, *at);
}

bool date_parse_names(galley_arena *arena, galley_slice words, date_names *out)
{
    long value = out->count ? out->items[out->count - 1].value : 0;
    const char *at = words.text, *end = galley_slice_end(words);
    for (galley_slice word; (word = next_word(&at, end, " \n")).length;) {
        const char *part = word.text;
        value++;
        for (galley_slice form; (form = next_word(&part, galley_slice_end(word), "/")).length;)
            if (!add_name(arena, form, value, out))
                return false;
    }
    return true;
}

bool date_parse_eras(galley_arena *arena, galley_slice words, date_names *out)
{
    const char *at = words.text, *end = galley_slice_end(words);
    for (galley_slice word; (word = next_word(&at, end, " \n")).length;) {
        const char *part = word.text;
        galley_slice name = next_word(&part, galley_slice_end(word), "/");
        if (!add_name(arena, name, part < galley_slice_end(word) ? strtol(part + 1, NULL, 10) : 0, out))
            return false;
    }
    return true;
}

/* ---- Matching --------------------------------------------------------------------- */

/* A text while a form is walked beside it. */
struct dating {
    const date_forms *forms;
    pattern_text text;
    size_t at;
    date found;
};

static bool take_name(struct dating *dating, const date_names *names, long *value)
{
    size_t longest = 0;
    uint32_t first = dating->at < dating->text.count ? utf8_lower(dating->text.codes[dating->at]) : 0;
    if (!(names->firsts >> (first & 63) & 1))
        return false;
    for (size_t i = 0; i < names->count; i++) {
        const date_name *one = &names->items[i];
        size_t same = 0;
        if (one->count && one->codes[0] != first)
            continue;
        while (same < one->count && dating->at + same < dating->text.count &&
               utf8_lower(dating->text.codes[dating->at + same]) == one->codes[same])
            same++;
        if (same == one->count && same > longest) {
            longest = same;
            *value = one->value;
        }
    }
    dating->at += longest;
    if (longest && dating->at < dating->text.count && dating->text.codes[dating->at] == '.')
        dating->at++; /* Jan. */
    return longest > 0;
}

static bool take_number(struct dating *dating, size_t longest, long most, long *value)
{
    size_t from = dating->at, end = from;
    while (end < dating->text.count && end - from < longest && pattern_numeral(dating->text.codes[end]))
        end++;
    *value = end > from ? pattern_value(pattern_part(dating->text, from, end)) : 0;
    dating->at = end;
    return *value >= 1 && *value <= most;
}

static bool take_year(struct dating *dating)
{
    return take_number(dating, YEAR_DIGITS, 2999, &dating->found.year) && dating->found.year >= 1000;
}

static bool take_month(struct dating *dating)
{
    return take_number(dating, 2, 12, &dating->found.month);
}

static bool take_day(struct dating *dating)
{
    if (!take_number(dating, 3, 31, &dating->found.day))
        return false;
    pattern_text rest = pattern_part(dating->text, dating->at, dating->text.count);
    size_t end = pattern_starts(&dating->forms->ordinals, rest);
    dating->at += end == SIZE_MAX ? 0 : end;
    return true;
}

static bool take_month_name(struct dating *dating)
{
    return take_name(dating, &dating->forms->months, &dating->found.month);
}

static bool take_weekday(struct dating *dating)
{
    long which;
    return take_name(dating, &dating->forms->weekdays, &which);
}

static bool take_era(struct dating *dating)
{
    long before, years;
    if (!take_name(dating, &dating->forms->eras, &before))
        return false;
    if (!take_number(dating, 4, 200, &years))
        return false;
    dating->found.year = dating->found.year ? dating->found.year : before + years;
    return true;
}

static bool (*const take[])(struct dating *) = {
    ['Y'] = take_year,       ['M'] = take_month,   ['D'] = take_day,
    ['N'] = take_month_name, ['W'] = take_weekday, ['E'] = take_era,
};

#define PARTS (sizeof take / sizeof *take)

static bool take_literal(struct dating *dating, uint32_t want)
{
    if (dating->at >= dating->text.count || utf8_lower(dating->text.codes[dating->at]) != want)
        return false;
    dating->at++;
    return true;
}

/* Where a date of this form that begins at `at` ends. */
static size_t match_form(const date_forms *forms, const pattern *form, pattern_text text, size_t at, date *out)
{
    struct dating dating = { .forms = forms, .text = text, .at = at };
    for (size_t i = 0; i < form->count; i++) {
        uint32_t part = form->codes[i];
        bool taken = part < PARTS && take[part] ? take[part](&dating) : take_literal(&dating, part);
        if (!taken)
            return SIZE_MAX;
    }
    *out = dating.found;
    return dating.at;
}

/* The names that a form begins with, or NULL. */
static const date_names *first_names(const date_forms *forms, const pattern *form)
{
    uint32_t part = form->codes[0];
    return part == 'W' ? &forms->weekdays : part == 'N' ? &forms->months : part == 'E' ? &forms->eras : NULL;
}

/* Whether a text can be a date of a form, by what it begins with. */
static bool may_be(const date_forms *forms, const pattern *form, uint32_t first)
{
    const date_names *names = first_names(forms, form);
    uint32_t part = form->codes[0];
    if (names)
        return names->firsts >> (utf8_lower(first) & 63) & 1;
    return part == 'Y' || part == 'M' || part == 'D' ? pattern_numeral(first) : utf8_lower(first) == part;
}

static bool has_numeral(pattern_text text)
{
    for (size_t at = 0; at < text.count; at++)
        if (pattern_numeral(text.codes[at]))
            return true;
    return false;
}

/* Whether a form has a year, month or day in numbers. */
static bool has_number(const pattern *form)
{
    for (size_t i = 0; i < form->count; i++)
        if (form->codes[i] == 'Y' || form->codes[i] == 'M' || form->codes[i] == 'D')
            return true;
    return false;
}

/* A date begins with a number of its own or a name, not inside either. */
static bool may_begin(pattern_text text, size_t at)
{
    return at == 0 || !pattern_numeral(text.codes[at]) || !pattern_numeral(text.codes[at - 1]);
}

size_t date_find(const date_forms *forms, pattern_text text, size_t from, size_t *end, date *out)
{
    bool numeral = has_numeral(text);
    for (size_t at = from; at < text.count; at++) {
        size_t longest = 0;
        for (size_t i = 0; may_begin(text, at) && i < forms->forms.count; i++) {
            const pattern *form = &forms->forms.items[i];
            date found;
            bool may = may_be(forms, form, text.codes[at]) && (numeral || !has_number(form));
            size_t stop = may ? match_form(forms, form, text, at, &found) : SIZE_MAX;
            if (stop == SIZE_MAX || stop <= longest)
                continue;
            longest = stop;
            *out = found;
        }
        if (longest) {
            *end = longest;
            return at;
        }
    }
    return SIZE_MAX;
}

/* Whether a text can be a date of a form, by what it ends with. */
static bool may_end(const pattern *form, uint32_t last)
{
    uint32_t part = form->codes[form->count - 1];
    if (part == 'Y' || part == 'M')
        return pattern_numeral(last);
    return (part < PARTS && take[part]) || utf8_lower(last) == part;
}

/* Nearly all lines with the first letter of a name have no number: that is asked once. */
bool date_whole(const date_forms *forms, pattern_text text)
{
    date found;
    bool asked = false, numeral = false;
    for (size_t i = 0; i < forms->forms.count && text.count; i++) {
        const pattern *form = &forms->forms.items[i];
        if (!may_be(forms, form, text.codes[0]) || !may_end(form, text.codes[text.count - 1]))
            continue;
        if (!asked)
            numeral = has_numeral(text);
        asked = true;
        if ((numeral || !has_number(form)) && match_form(forms, form, text, 0, &found) == text.count)
            return true;
    }
    return false;
}
