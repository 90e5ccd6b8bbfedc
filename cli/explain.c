/* SPDX-License-Identifier: MIT
 * galley explain: why a line or an article came out as it did.  The repair keeps each
 * decision with its evidence when it is asked to; here they are put into words. */
#include "cli/cli.h"

/* Our own words, with tabs for programs: not through the screen's escapes. */
static void list_sources(cli_run *cli)
{
    galley_evidence_source one;
    for (size_t i = 0; galley_repair_evidence(i, &one); i++) {
        fprintf(cli->out.file, "%s.%s\t%g\t%s\n", one.table, one.name, (double)one.points, one.reason);
    }
}

galley_status cli_explain(cli_run *cli)
{
    if (cli->options.list) {
        list_sources(cli);
        return GALLEY_OK;
    }
    return cli_misuse(cli, "explain wants an input, or --list; `galley explain --help` tells more");
}
