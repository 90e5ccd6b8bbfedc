/* SPDX-License-Identifier: MIT
 * The tables of evidence of all passes, the points in force, and ledgers. */
#include "core/repair/evidence.h"

#include <stdlib.h>

#include <galley/repair.h>

#include "core/repair/passes.h"

const struct evidence_rows evidence_tables[EVIDENCE_TABLES] = {
    [EVIDENCE_PASSES] = { "passes", pass_evidence, &pass_rows },
    [EVIDENCE_MEASURE] = { "measure", measure_evidence, &measure_rows },
    [EVIDENCE_ROLES] = { "roles", role_evidence, &role_rows },
    [EVIDENCE_BESIDE] = { "beside", beside_evidence, &beside_rows },
    [EVIDENCE_MASTHEAD] = { "masthead", masthead_evidence, &masthead_rows },
    [EVIDENCE_CAPTIONS] = { "captions", caption_evidence, &caption_rows },
    [EVIDENCE_CUTS] = { "cuts", cut_evidence, &cut_rows },
    [EVIDENCE_HEADS] = { "heads", head_evidence, &head_rows },
    [EVIDENCE_TEASERS] = { "teasers", teaser_evidence, &teaser_rows },
    [EVIDENCE_CROSSHEADS] = { "crossheads", crosshead_evidence, &crosshead_rows },
    [EVIDENCE_PARTS] = { "parts", part_evidence, &part_rows },
    [EVIDENCE_SEAMS] = { "seams", seam_evidence, &seam_rows },
    [EVIDENCE_BREAKS] = { "breaks", break_evidence, &break_rows },
    [EVIDENCE_FILLING] = { "filling", filling_evidence, &filling_rows },
    [EVIDENCE_CONFIDENCE] = { "confidence", confidence_evidence, &confidence_rows },
};

void ledger_add(struct ledger *ledger, const struct evidence *row, float points)
{
    struct ledger_entry *entry = galley_push(ledger->arena, &ledger->entries);
    if (entry)
        *entry = (struct ledger_entry){ row, points };
}

/* ---- The points in force ------------------------------------------------------------- */

/* The row that "table.name" means, among the points of one run. */
static float *find_row(float *points[EVIDENCE_TABLES], galley_slice name)
{
    size_t dot = galley_slice_find(name, galley_slice_of("."), 0);
    if (dot == SIZE_MAX)
        return NULL;
    for (size_t t = 0; t < EVIDENCE_TABLES; t++) {
        if (!galley_slice_is(galley_slice_part(name, 0, dot), evidence_tables[t].name))
            continue;
        for (size_t i = 0; i < *evidence_tables[t].count; i++)
            if (galley_slice_is(galley_slice_part(name, dot + 1, name.length), evidence_tables[t].rows[i].name))
                return &points[t][i];
    }
    return NULL;
}

static galley_status change_points(float *points[EVIDENCE_TABLES], const char *changes, galley_slice *wrong)
{
    for (const char *at = changes; at && *at; at += *at == ',') {
        size_t name = strcspn(at, "=,");
        float *row = find_row(points, (galley_slice){ at, name });
        char *end = NULL;
        float value = at[name] == '=' ? strtof(at + name + 1, &end) : 0;
        *wrong = (galley_slice){ at, strcspn(at, ",") };
        if (!row || !end || end == at + name + 1 || (*end && *end != ','))
            return GALLEY_USAGE;
        *row = value;
        at = end;
    }
    return GALLEY_OK;
}

galley_status weights_load(galley_arena *arena, const char *changes, struct weights *out, galley_slice *wrong)
{
    float *points[EVIDENCE_TABLES];
    for (size_t t = 0; t < EVIDENCE_TABLES; t++) {
        out->of[t] = points[t] = galley_arena_array(arena, *evidence_tables[t].count + 1, sizeof *points[t]);
        if (!points[t])
            return galley_arena_status(arena);
        for (size_t i = 0; i < *evidence_tables[t].count; i++)
            points[t][i] = evidence_tables[t].rows[i].points;
    }
    return change_points(points, changes, wrong);
}

bool galley_repair_evidence(size_t index, galley_evidence_source *out)
{
    for (size_t t = 0; t < EVIDENCE_TABLES; t++) {
        const struct evidence_rows *table = &evidence_tables[t];
        if (index < *table->count) {
            const struct evidence *row = &table->rows[index];
            *out = (galley_evidence_source){ table->name, row->name, row->points, row->reason };
            return true;
        }
        index -= *table->count;
    }
    return false;
}
