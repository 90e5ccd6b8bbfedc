/* SPDX-License-Identifier: MIT
 * The passes in their order; each is a file of this folder. */
#include "core/repair/passes.h"

#include <string.h>

const struct repair_pass repair_passes[] = {
    { "glyphs", "takes the characters of a page with their places", repair_glyphs, NULL },
    { "mixed", "puts columns that were mixed line by line behind each other", repair_mixed, NULL },
    { "cut", "parts folios, jump lines, credits and ornaments from the lines they share", repair_cut, NULL },
    { "hints", "marks the lines of which an editor said what they are", repair_hints, NULL },
    { "spacing", "finds the lines that justification spaced out", repair_spacing, NULL },
    { "features", "sees what a line shows by itself: its ending, pauses, brackets, lead", repair_features, NULL },
    { "measure", "learns the measure of each column, and which lines are full", repair_measure, NULL },
    { "roles", "tells display lines from running text", repair_roles, NULL },
    { "masthead", "reads the title block and the page's folio", repair_masthead, NULL },
    { "stories", "finds where one text ends and the next begins", repair_stories, NULL },
    { "breaks", "finds where paragraphs, and so texts, may end", repair_paragraphs, NULL },
    { "cuts", "takes apart what may be two texts without a sign between them", repair_cuts, NULL },
    { "columns", "learns the measure again within each text", repair_story_measure, NULL },
    { "heads", "gives each body its head, all of a page at once", repair_heads, NULL },
    { "joins", "gives heads and joins articles as an editor said", repair_joins, NULL },
    { "paragraphs", "decides where paragraphs end, for all lines of a text at once", repair_paragraphs, NULL },
    { "articles", "sets heads, bylines, paragraphs, captions and credits", repair_articles, NULL },
    { "explain", "keeps what was decided and why, when somebody asks", repair_explain, NULL },
    { "remainder", "keeps what belongs to no article as furniture", repair_remainder, NULL },
    { "continuations", "links the parts of articles that jump from page to page", NULL, repair_continuations },
    { "names", "gives every article a lasting id", NULL, repair_names },
    { NULL, NULL, NULL, NULL },
};

/* Passes that can be left out, to see what they are worth. */
const struct evidence pass_evidence[] = {
    { "mixed", 1, "columns that were mixed line by line are put behind each other" },
    { "spacing", 1, "lines that justification spaced out are looked for" },
    { "measure", 1, "the measure of each column is learnt" },
    { "masthead", 1, "the title block is read" },
    { "cuts", 1, "texts are taken apart where no sign parts them" },
    { "columns", 1, "the measure is learnt again within each text" },
    { "heads", 1, "bodies are given their heads" },
    { "continuations", 1, "parts of articles are linked from page to page" },
};
const uint32_t pass_rows = sizeof pass_evidence / sizeof *pass_evidence;

bool pass_runs(const struct repair_pass *pass, const struct weights *weights)
{
    for (uint32_t i = 0; i < pass_rows; i++)
        if (!strcmp(pass->name, pass_evidence[i].name))
            return weights->of[EVIDENCE_PASSES][i] > 0;
    return true;
}
