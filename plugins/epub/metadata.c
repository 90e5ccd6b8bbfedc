/* SPDX-License-Identifier: MIT
 * Metadata that a reading system refuses is worse than none: a date that is no
 * date is left out, and an unknown language is settled by the script that most
 * of the text is written in (Kindle takes no book in "und"). */
#include "config.h"

#include "plugins/epub/metadata.h"

#include <galley/buffer.h>
#include <galley/text.h>

#include "formats/time/epoch.h"
#include "plugins/epub/label.h"
#include "plugins/epub/web.h"

#define SAMPLE_CODES 20000 /* enough to know a script by */

typedef struct tally {
    size_t codes, han, kana, hangul, letters;
} tally;

static void count_scripts(tally *of, galley_slice text)
{
    for (const char *at = text.text, *end = at + text.length; at < end && of->codes < SAMPLE_CODES; of->codes++) {
        unsigned class = galley_code_class(galley_text_next(&at, end));
        of->han += (class & GALLEY_HAN) != 0;
        of->kana += (class & GALLEY_KANA) != 0;
        of->hangul += (class & GALLEY_HANGUL) != 0;
        of->letters += (class & GALLEY_LETTER) != 0;
    }
}

static void count_text(void *state, const char *role, const galley_text *text)
{
    (void)role;
    count_scripts(state, text->text);
}

/* The language that the script of the articles speaks for; "" when none does. */
static const char *language_of_script(const galley_issue *issue)
{
    tally of = { 0 };
    for (size_t i = 0; i < issue->articles.count && of.codes < SAMPLE_CODES; i++)
        galley_article_visit(issue->articles.items[i], count_text, &of);
    if (of.hangul > of.han + of.letters)
        return "ko";
    if (of.kana * 5 > of.han + of.kana + of.letters) /* Japanese newspapers are some 40% kana */
        return "ja";
    return of.han > of.letters ? "zh" : "";
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static void fill_language(epub_book *book)
{
    book->language = book->issue->meta.language;
    book->language_known = true;
    if (!epub_is_language(book->language)) {
        book->language = galley_slice_of(language_of_script(book->issue));
        book->language_known = book->language.length > 0;
    }
    if (!book->language_known)
        book->language = galley_slice_of("en");
    book->phrases = galley_phrases_of(book->language);
    book->right_to_left = galley_right_to_left(book->language);
}

static bool all_digits(galley_slice text)
{
    for (size_t i = 0; i < text.length; i++)
        if (!is_digit(text.text[i]))
            return false;
    return text.length > 0;
}

static unsigned number_of(galley_slice digits)
{
    unsigned value = 0;
    for (size_t i = 0; i < digits.length; i++)
        value = value * 10 + (unsigned)(digits.text[i] - '0');
    return value;
}

typedef struct calendar {
    unsigned year, month, day;
} calendar;

/* 2024-02-29, when there is such a day. */
static bool parse_date(galley_slice text, calendar *out)
{
    static const unsigned days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    if (text.length != 10 || text.text[4] != '-' || text.text[7] != '-')
        return false;
    galley_slice year = galley_slice_part(text, 0, 4), month = galley_slice_part(text, 5, 7);
    galley_slice day = galley_slice_part(text, 8, 10);
    if (!all_digits(year) || !all_digits(month) || !all_digits(day))
        return false;
    *out = (calendar){ number_of(year), number_of(month), number_of(day) };
    if (out->month < 1 || out->month > 12)
        return false;
    bool leap = (out->year % 4 == 0 && out->year % 100 != 0) || out->year % 400 == 0;
    return out->day >= 1 && out->day <= days[out->month - 1] + (leap && out->month == 2);
}

static void fill_dates(epub_book *book)
{
    const galley_phrases *say = book->phrases;
    calendar date;
    if (parse_date(book->issue->meta.date, &date)) {
        book->date = book->day = book->issue->meta.date;
        if (say->year.after)
            book->day = galley_slice_of(galley_arena_print(book->arena, "%u%s%u%s%u%s", date.year, say->year.after,
                                                           date.month, say->month.after, date.day, say->day.after));
    } else {
        date = (calendar){ 1980, 1, 1 };
    }
    struct tm utc;
    if (galley_epoch(&utc))
        book->modified = galley_arena_print(book->arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", utc.tm_year + 1900,
                                            utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec);
    else
        book->modified = galley_arena_print(book->arena, "%04u-%02u-%02uT00:00:00Z", date.year, date.month, date.day);
}

/* The file's name without folder and ending, for an issue whose title nobody knows. */
static galley_slice stem(const galley_issue *issue)
{
    galley_slice source = issue->pages.count ? issue->pages.items[0].source : (galley_slice){ 0 };
    if (!source.length || galley_slice_is(source, "standard input"))
        return (galley_slice){ 0 };
    size_t from = source.length, to = source.length;
    while (from > 0 && source.text[from - 1] != '/')
        from--;
    for (size_t i = source.length; i > from + 1; i--)
        if (source.text[i - 1] == '.') {
            to = i - 1;
            break;
        }
    return galley_slice_trim(galley_slice_part(source, from, to));
}

static void fill_title(epub_book *book)
{
    const galley_meta *meta = &book->issue->meta;
    book->name = galley_slice_trim(epub_label_clean(book->arena, meta->title));
    if (!book->name.length)
        book->name = stem(book->issue);
    if (!book->name.length)
        book->name = galley_slice_of(book->phrases->newspaper);
    book->number = galley_slice_trim(epub_label_clean(book->arena, meta->number));
    if (all_digits(book->number))
        book->number = epub_label_wrap(book->arena, book->phrases->number, book->number);
    const galley_slice parts[] = { book->name, book->date, book->number,
                                   galley_slice_trim(epub_label_clean(book->arena, meta->edition)) };
    galley_buffer title = { 0 };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        galley_buffer_put(&title, i && parts[i].length ? " " : "");
        galley_buffer_add(&title, parts[i]);
    }
    book->title = galley_buffer_copy(&title, book->arena);
    galley_buffer_drop(&title);
}

/* The issue's own identifier; one that nobody has identified yet is, on a copy. */
static void fill_identifier(epub_book *book)
{
    galley_issue issue = *book->issue;
    if (!issue.meta.id.length)
        galley_issue_identify(&issue);
    bool is_uuid = issue.meta.id.length == 36 && issue.meta.id.text[8] == '-' && issue.meta.id.text[23] == '-';
    book->identifier = epub_label_wrap(book->arena, (galley_affix){ is_uuid ? "urn:uuid:" : "", "" }, issue.meta.id);
}

/* A serial number behind its name, whether or not it came with it: "CN00-0001" and
 * "00-0001" are both "CN 00-0001". */
static galley_slice serial(galley_arena *arena, const char *name, galley_slice number)
{
    number = galley_slice_trim(epub_label_clean(arena, number));
    if (galley_slice_starts(number, galley_slice_of(name)))
        number = galley_slice_trim(galley_slice_part(number, strlen(name), number.length));
    if (!number.length)
        return number;
    return galley_slice_of(galley_arena_print(arena, "%s %.*s", name, GALLEY_SHOW(number)));
}

/* An ISSN has a URN; a CN has none. */
static void fill_serials(epub_book *book)
{
    book->cn = serial(book->arena, "CN", book->issue->meta.cn);
    book->issn = serial(book->arena, "ISSN", book->issue->meta.issn);
    book->source = book->cn;
    if (book->issn.length)
        book->source = epub_label_wrap(book->arena, (galley_affix){ "urn:issn:", "" },
                                       galley_slice_part(book->issn, strlen("ISSN "), book->issn.length));
}

void epub_metadata_fill(epub_book *book)
{
    fill_identifier(book);
    fill_language(book);
    fill_dates(book);
    fill_serials(book);
    fill_title(book);
}
