/* SPDX-License-Identifier: MIT
 * What the files of galley explain share. */
#ifndef GALLEY_CLI_EXPLAIN_H
#define GALLEY_CLI_EXPLAIN_H

#include "cli/cli.h"

/* What --line and --article ask for; GALLEY_USAGE when it is not there. */
galley_status explain_line(cli_run *cli, const galley_issue *issue);
galley_status explain_article(cli_run *cli, const galley_issue *issue);

/* "paragraph 3", or the name of the field. */
const char *explain_part(cli_run *cli, const galley_article *article, const char *role, const galley_text *text);

/* The place of a line, and the line. */
void explain_place(cli_run *cli, const galley_issue *issue, uint32_t line);

/* A decision, and the evidence for one or for an article. */
void explain_decision(cli_run *cli, const galley_issue *issue, const galley_decision *decision);
void explain_evidence(cli_run *cli, const galley_evidence *evidence, size_t count);

/* Of the lines of a head one thing was decided: then two decisions have the same reasons. */
bool explain_same(const galley_decision *a, const galley_decision *b);

#endif
