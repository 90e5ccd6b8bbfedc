/* SPDX-License-Identifier: MIT
 * An open-addressing table of numbers and counts, at most half full.  Lines are read
 * once to fill it; a second time, where words may be broken without a sign, to see how
 * many of the words at line ends are words that also stand elsewhere. */
#include "core/text/words.h"

#define ROOM_MOST ((size_t)1 << 18) /* 3 MiB: 130,000 different words */
#define ROOM_LEAST 256
#define CHARACTERS_A_WORD 4

struct words {
    uint64_t *keys; /* 0: free */
    uint16_t *counts;
    size_t mask, used;
    bool broken;
    float known_at_ends;
};

static size_t place_of(const struct words *words, uint64_t key)
{
    size_t at = (key ^ key >> 29) & words->mask;
    while (words->keys[at] && words->keys[at] != key)
        at = (at + 1) & words->mask;
    return at;
}

uint32_t words_count(const struct words *words, uint64_t key)
{
    return words ? words->counts[place_of(words, key)] : 0;
}

uint64_t word_beginning(uint64_t key)
{
    return (key ^ 0x5851F42D4C957F2Du) | 1;
}

static void count_word(struct words *words, uint64_t key)
{
    size_t at = place_of(words, key);
    if (!words->keys[at]) {
        if (words->used > words->mask / 2)
            return;
        words->used++;
        words->keys[at] = key;
    }
    if (words->counts[at] < UINT16_MAX)
        words->counts[at]++;
}

/* ---- Words of a line ---------------------------------------------------------------- */

/* A word while its line is read.  Its end is counted from each hyphen on. */
struct reading {
    const char *at, *end;
    uint64_t whole, tail; /* tail: from the last hyphen on */
    bool hyphened, first, last;
};

/* Whether a hyphen or an apostrophe stands between letters. */
static bool inside_word(uint32_t code, const char *after, const char *end)
{
    return (word_hyphen(code) || code == '\'' || code == 0x2019) && after < end && word_letter(utf8_next(&after, end));
}

/* A letter of a word, or a mark inside it. */
static inline void take_code(struct reading *line, struct words *words, uint32_t code, bool letter)
{
    bool hyphen = !letter && word_hyphen(code);
    uint32_t small = hyphen ? '-' : utf8_lower(code);
    line->whole = word_add_small(line->whole, small);
    line->tail = word_add_small(hyphen ? WORD_NONE : line->tail, small);
    line->hyphened |= hyphen;
    if (words && words->broken)
        count_word(words, word_beginning(line->whole));
    if (words && hyphen)
        count_word(words, line->whole);
}

/* The next word of a line; false at its end.  `words` is told the beginnings. */
static bool next_word(struct reading *line, struct words *words)
{
    bool open = false;
    line->first = line->whole == 0;
    line->last = false;
    line->whole = line->tail = WORD_NONE;
    line->hyphened = false;
    while (line->at < line->end) {
        uint32_t code = utf8_next(&line->at, line->end);
        bool letter = word_letter(code);
        if (letter || (open && inside_word(code, line->at, line->end))) {
            open = true;
            take_code(line, words, code, letter);
            continue;
        }
        if (open) {
            line->last = word_hyphen(code) && line->at == line->end;
            return true;
        }
        line->first &= galley_code_space(code); /* a quote or bracket stands before it: no piece of a word */
    }
    line->last = true;
    return open;
}

static struct reading read_line(galley_slice text)
{
    return (struct reading){ .at = text.text, .end = galley_slice_end(text) };
}

static bool ends_with_hyphen(galley_slice text)
{
    return word_hyphen(galley_text_last(text));
}

static void count_line(struct words *words, galley_slice text, bool goes_on)
{
    bool breaks = ends_with_hyphen(text);
    struct reading line = read_line(text);
    while (next_word(&line, words)) {
        bool piece = (line.first && (goes_on || words->broken)) || (line.last && (breaks || words->broken));
        if (piece)
            continue;
        count_word(words, line.whole);
        if (line.hyphened)
            count_word(words, line.tail);
    }
}

/* ---- Where lines end ----------------------------------------------------------------- */

static void learn_ends(struct words *words, const galley_issue *issue)
{
    size_t inside = 0, inside_known = 0, ends = 0, ends_known = 0;
    for (size_t i = 0; i < issue->lines.count; i++) {
        struct reading line = read_line(issue->lines.items[i].text);
        while (next_word(&line, NULL)) {
            uint32_t count = words_count(words, line.whole);
            if (line.last) {
                ends++;
                ends_known += count > 0;
            } else if (!line.first) {
                inside++;
                inside_known += count > 1;
            }
        }
    }
    float usual = inside ? (float)inside_known / (float)inside : 0;
    words->known_at_ends = ends >= 20 && usual > 0.02f ? (float)ends_known / (float)ends / usual : 0.5f;
}

float words_known_at_ends(const struct words *words)
{
    return words ? words->known_at_ends : 0.5f;
}

struct words *words_of_issue(galley_arena *arena, const galley_issue *issue, bool broken)
{
    struct words *words = galley_arena_alloc(arena, sizeof *words);
    size_t bytes = 0, room = ROOM_LEAST;
    for (size_t i = 0; i < issue->lines.count; i++)
        bytes += issue->lines.items[i].text.length;
    while (room < ROOM_MOST && room < bytes / CHARACTERS_A_WORD * 2)
        room *= 2;
    if (!words)
        return NULL;
    *words = (struct words){ .mask = room - 1, .broken = broken };
    words->keys = galley_arena_array(arena, room, sizeof *words->keys);
    words->counts = galley_arena_array(arena, room, sizeof *words->counts);
    if (!words->keys || !words->counts)
        return NULL;
    bool goes_on = false;
    for (size_t i = 0; i < issue->lines.count; i++) {
        galley_slice text = issue->lines.items[i].text;
        count_line(words, text, goes_on);
        goes_on = ends_with_hyphen(text);
    }
    if (broken)
        learn_ends(words, issue);
    return words;
}
