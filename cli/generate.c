/* SPDX-License-Identifier: MIT
 * galley generate: the manual page and the completions, printed by the program that
 * they describe, so that they cannot differ from it.  For the build. */
#include "cli/cli.h"

static const struct {
    const char *name;
    void (*print)(cli_run *cli, FILE *out);
} pages[] = {
    { "man", cli_print_manual },
    { "bash", cli_print_bash },
    { "zsh", cli_print_zsh },
};

galley_status cli_generate(cli_run *cli)
{
    for (size_t i = 0; cli->options.operands.count == 1 && i < sizeof pages / sizeof *pages; i++)
        if (strcmp(cli->options.operands.items[0], pages[i].name) == 0) {
            pages[i].print(cli, cli->out.file);
            return GALLEY_OK;
        }
    return cli_misuse(cli, "generate wants one of man, bash and zsh");
}
