/* SPDX-License-Identifier: MIT
 * Where paragraphs end, decided for a whole text at once: each line is the first, the
 * last or the only one of its paragraph, or stands inside, and the sequence of places
 * that its lines and the breaks between them suit best is found (Viterbi, forward and
 * back, so that each break knows how far it was ahead of its contrary).  So a short
 * line is not the end of one paragraph and the indent of the next. */
#include "core/repair/paragraphs.h"

/* ---- What blank lines say on this page ---------------------------------------------- */

/* How often blank lines stand where a paragraph ends for sure, or goes on for sure. */
struct counts {
    float ends, ends_blank;
    float goes_on, goes_on_blank;
};

#define ENDS_SURELY 5 /* cells left empty behind a finished sentence */

static void count_blanks(const struct work *work, const struct story *story, struct counts *counts)
{
    for (uint32_t i = 1; i < story->pieces.count; i++) {
        const struct piece *before = &work->pieces.items[story->pieces.items[i - 1]];
        const struct piece *after = &work->pieces.items[story->pieces.items[i]];
        if (before->measure <= 0)
            continue;
        if (!before->sentence_ends && before->full) {
            counts->goes_on++;
            counts->goes_on_blank += after->blanks > 0;
        } else if (before->sentence_ends && before->room > ENDS_SURELY &&
                   !language_set_has(&work->language->quote_ends, last_glyph(work, before)->code)) {
            counts->ends++;
            counts->ends_blank += after->blanks > 0;
        }
    }
}

static float within(float low, float value, float high)
{
    return fminf(high, fmaxf(low, value));
}

/* Where blank lines part paragraphs, one says much, and so does none; where they stand
 * only at column ends, neither does. */
static void learn_blanks(struct work *work)
{
    struct counts counts = { .ends = 2, .ends_blank = 1, .goes_on = 2, .goes_on_blank = 0.5f };
    for (size_t i = 0; i < work->stories.count; i++)
        count_blanks(work, &work->stories.items[i], &counts);
    float ends = within(0.03f, counts.ends_blank / counts.ends, 0.97f);
    float goes_on = within(0.003f, counts.goes_on_blank / counts.goes_on, 0.97f);
    work->blank_says = logf(ends / goes_on);
    work->no_blank_says = logf((1 - ends) / (1 - goes_on));
}

/* As fmaxf, which is a call, of what is a number. */
static inline float larger(float a, float b)
{
    return a > b ? a : b;
}

/* ---- The best sequence ------------------------------------------------------------------ */

/* A line, and the edge before it; one more step stands behind the last line. */
struct step {
    float places[4];      /* points for the line in each place */
    float breaks;         /* points for a paragraph to begin with it */
    float best_before[2]; /* of all before it, when it goes on from there (0) or begins one (1) */
    float best_behind[2]; /* of it and all behind, the same */
};

static const struct piece *piece_of(const struct work *work, const struct story *story, size_t index)
{
    return index < story->pieces.count ? &work->pieces.items[story->pieces.items[index]] : NULL;
}

static enum place place_of(bool begins, bool ends)
{
    return (begins ? PLACE_FIRST : PLACE_INSIDE) + (ends ? PLACE_LAST : PLACE_INSIDE);
}

static void take_points(const struct work *work, const struct story *story, struct step *steps)
{
    for (uint32_t i = 0; i < story->pieces.count; i++) {
        const struct piece *piece = piece_of(work, story, i);
        filling_places(work, piece, steps[i].places);
        steps[i].breaks = i ? break_points(work, piece_of(work, story, i - 1), piece, NULL) : 0;
    }
}

static void go_forward(struct step *steps, uint32_t count)
{
    steps[0].best_before[0] = -INFINITY; /* the first line begins a paragraph */
    steps[0].best_before[1] = 0;
    for (uint32_t i = 0; i < count; i++) {
        const struct step *line = &steps[i];
        for (int ends = 0; ends < 2; ends++) {
            float inside = line->best_before[0] + line->places[place_of(false, ends)];
            float first = line->best_before[1] + line->breaks + line->places[place_of(true, ends)];
            steps[i + 1].best_before[ends] = larger(inside, first);
        }
    }
}

static void go_back(struct step *steps, uint32_t count)
{
    steps[count].best_behind[0] = -INFINITY; /* and the last one ends one */
    steps[count].best_behind[1] = 0;
    for (uint32_t i = count; i-- > 0;) {
        const struct step *line = &steps[i];
        for (int begins = 0; begins < 2; begins++) {
            float goes_on = steps[i + 1].best_behind[0] + line->places[place_of(begins, false)];
            float ends = steps[i + 1].best_behind[1] + line->places[place_of(begins, true)];
            steps[i].best_behind[begins] = larger(goes_on, ends) + (begins ? line->breaks : 0);
        }
    }
}

static galley_status decide_story(struct work *work, const struct story *story)
{
    uint32_t count = (uint32_t)story->pieces.count;
    struct step *steps = galley_arena_array(work->scratch, count + 1, sizeof *steps);
    if (!steps)
        return galley_arena_status(work->scratch);
    take_points(work, story, steps);
    go_forward(steps, count);
    go_back(steps, count);
    for (uint32_t i = 1; i < count; i++) {
        float begins = steps[i].best_before[1] + steps[i].best_behind[1];
        float goes_on = steps[i].best_before[0] + steps[i].best_behind[0];
        work->pieces.items[story->pieces.items[i]].breaks = within(-SURE_ENOUGH, begins - goes_on, SURE_ENOUGH);
    }
    return GALLEY_OK;
}

galley_status repair_paragraphs(struct work *work)
{
    galley_status status = GALLEY_OK;
    learn_blanks(work);
    for (size_t i = 0; i < work->stories.count && status == GALLEY_OK; i++)
        status = decide_story(work, &work->stories.items[i]);
    return status;
}

/* ---- Why ---------------------------------------------------------------------------------- */

static bool begins_paragraph(const struct work *work, const struct story *story, uint32_t at)
{
    const struct piece *piece = piece_of(work, story, at);
    return at == 0 || !piece || piece->breaks > 0;
}

void weigh_paragraph(const struct work *work, const struct story *story, uint32_t at, struct ledger *ledger)
{
    const struct piece *before = piece_of(work, story, at - 1), *after = piece_of(work, story, at);
    bool begun = begins_paragraph(work, story, at - 1), ends = begins_paragraph(work, story, at + 1);
    break_points(work, before, after, ledger);
    filling_points(work, before, place_of(begun, true), 1, ledger);
    filling_points(work, before, place_of(begun, false), -1, ledger);
    filling_points(work, after, place_of(true, ends), 1, ledger);
    filling_points(work, after, place_of(false, ends), -1, ledger);
}
