/* SPDX-License-Identifier: MIT
 * Which language is it?  Each pack names characters that its language writes and its
 * neighbours do not, and the little words that stand in every sentence of it.  Each
 * letter of a text that is such a character, or stands in such a word, is a point for
 * the pack, shared where several packs name it; the most points win, if they are
 * enough for a text of that length. */
#include "core/text/language.h"

#include <stdlib.h>

#include <ini.h>

#include <galley/text.h>

#define LETTERS_ENOUGH 3000 /* looked at: the beginning of an issue tells its language */
#define SHARE_NEEDED 0.06f  /* of the letters, that must speak for a language */
#define AHEAD 1.15f         /* times the points of the next one */
#define WORD_LONGEST 12
#define SMALL 0.4f /* what a letter of an alphabet counts beside a character */
#define PACKS_MOST 64

/* A mark or a word (its letters mixed to one number), and the packs that name it. */
typedef struct mark {
    uint64_t key, packs;
} mark;

typedef struct marks {
    galley_arena *arena;
    size_t pack;
    GALLEY_VECTOR(mark) items;
} marks;

static uint64_t mixed(uint64_t key, uint32_t code)
{
    return (key ^ code) * 0x100000001B3u;
}

static bool add_mark(marks *all, uint64_t key)
{
    mark *made = galley_push(all->arena, &all->items);
    if (made)
        *made = (mark){ key, (uint64_t)1 << all->pack };
    return made != NULL;
}

static bool add_characters(marks *all, galley_slice text)
{
    for (const char *at = text.text, *end = galley_slice_end(text); at < end;) {
        uint32_t code = galley_text_next(&at, end);
        if (code != ' ' && !add_mark(all, code))
            return false;
    }
    return true;
}

static bool add_words(marks *all, galley_slice text)
{
    uint64_t key = 0;
    for (const char *at = text.text, *end = galley_slice_end(text); at < end;) {
        uint32_t code = galley_text_next(&at, end);
        if (code != ' ')
            key = mixed(key, code);
        if (key && (code == ' ' || at == end)) {
            if (!add_mark(all, key))
                return false;
            key = 0;
        }
    }
    return true;
}

static int take_marks(void *state, const char *section, const char *key, const char *value)
{
    if (!strcmp(section, "language") && !strcmp(key, "marks"))
        return add_characters(state, galley_slice_of(value));
    if (!strcmp(section, "language") && !strcmp(key, "words"))
        return add_words(state, galley_slice_of(value));
    return 1;
}

static int compare_marks(const void *a, const void *b)
{
    uint64_t x = ((const mark *)a)->key, y = ((const mark *)b)->key;
    return (x > y) - (x < y);
}

/* Each key once, with all the packs that name it. */
static void merge(marks *all)
{
    size_t kept = 0;
    if (all->items.count)
        qsort(all->items.items, all->items.count, sizeof *all->items.items, compare_marks);
    for (size_t i = 0; i < all->items.count; i++) {
        if (kept && all->items.items[kept - 1].key == all->items.items[i].key)
            all->items.items[kept - 1].packs |= all->items.items[i].packs;
        else
            all->items.items[kept++] = all->items.items[i];
    }
    all->items.count = kept;
}

static void read_packs(marks *all)
{
    for (all->pack = 0; all->pack < PACKS_MOST && galley_language_packs[all->pack]; all->pack++)
        if (ini_parse_string(galley_language_packs[all->pack], take_marks, all) != 0)
            break;
    merge(all);
}

/* ---- Counting --------------------------------------------------------------------- */

typedef struct counting {
    const marks *all;
    float points[PACKS_MOST];
    float letters;
    uint64_t word; /* the one being read */
    size_t length; /* its letters */
} counting;

static void score(counting *count, uint64_t key, float letters)
{
    mark wanted = { .key = key };
    const mark *found = count->all->items.count ? bsearch(&wanted, count->all->items.items, count->all->items.count,
                                                          sizeof wanted, compare_marks)
                                                : NULL;
    uint32_t sharers = 0;
    for (uint64_t packs = found ? found->packs : 0; packs; packs &= packs - 1)
        sharers++;
    for (size_t i = 0; sharers && i < PACKS_MOST; i++)
        if (found->packs >> i & 1)
            count->points[i] += letters / (float)sharers;
}

static void end_word(counting *count)
{
    if (count->length && count->length <= WORD_LONGEST)
        score(count, count->word, SMALL * (float)count->length);
    count->word = count->length = 0;
}

static void count_code(counting *count, uint32_t code)
{
    unsigned classes = galley_code_class(code);
    bool letter = classes & (GALLEY_LETTER | GALLEY_HAN | GALLEY_KANA | GALLEY_HANGUL);
    count->letters += classes & GALLEY_LETTER ? SMALL : (float)letter;
    if (classes & GALLEY_LETTER) {
        uint32_t small = galley_code_lower(code);
        count->word = mixed(count->word, small);
        count->length++;
        if (code >= 0x80)
            score(count, small, SMALL);
        return;
    }
    end_word(count);
    if (letter || code >= 0x80)
        score(count, code, 1);
}

static void count_line(counting *count, galley_slice text)
{
    for (const char *at = text.text, *end = galley_slice_end(text); at < end;)
        count_code(count, galley_text_next(&at, end));
    end_word(count);
}

static size_t best_pack(const counting *count)
{
    size_t best = 0;
    float next = 0;
    for (size_t i = 1; i < PACKS_MOST; i++)
        if (count->points[i] > count->points[best])
            best = i;
    for (size_t i = 0; i < PACKS_MOST; i++)
        if (i != best && count->points[i] > next)
            next = count->points[i];
    float most = count->points[best];
    return most > 0 && most >= SHARE_NEEDED * count->letters && most >= AHEAD * next ? best : PACKS_MOST;
}

galley_slice language_detect(const galley_issue *issue)
{
    marks all = { .arena = galley_arena_new(0) };
    if (!all.arena)
        return galley_slice_of("und");
    read_packs(&all);
    counting count = { .all = &all };
    for (size_t i = 0; i < issue->lines.count && count.letters < LETTERS_ENOUGH; i++)
        count_line(&count, issue->lines.items[i].text);
    galley_arena_drop(all.arena);
    size_t best = best_pack(&count);
    return best == PACKS_MOST ? galley_slice_of("und") : language_tag(galley_language_packs[best]);
}
