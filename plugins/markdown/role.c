/* SPDX-License-Identifier: MIT
 * The names of the roles, as comments have them. */
#include "plugins/markdown/role.h"

static const char *const names[MARKDOWN_ROLE_COUNT] = {
    [MARKDOWN_SECTION] = "section",
    [MARKDOWN_KICKER] = "kicker",
    [MARKDOWN_HEADLINE] = "headline",
    [MARKDOWN_SUBHEADLINE] = "subheadline",
    [MARKDOWN_BYLINE] = "byline",
    [MARKDOWN_DATELINE] = "dateline",
    [MARKDOWN_FROM] = "from",
    [MARKDOWN_TEXT] = "text",
    [MARKDOWN_CROSSHEAD] = "crosshead",
    [MARKDOWN_QUOTATION] = "quotation",
    [MARKDOWN_PICTURE] = "picture",
    [MARKDOWN_CAPTION] = "caption",
    [MARKDOWN_FIGURE] = "figure",
    [MARKDOWN_LABEL] = "label",
    [MARKDOWN_LIST] = "list",
    [MARKDOWN_TABLE] = "table",
    [MARKDOWN_CREDIT] = "credit",
    [MARKDOWN_ON] = "on",
    [MARKDOWN_WAY] = "way",
};

const char *markdown_role_name(markdown_role role)
{
    return names[role];
}

bool markdown_role_parse(galley_slice name, markdown_role *out)
{
    for (markdown_role role = 0; role < MARKDOWN_ROLE_COUNT; role++) {
        if (!galley_slice_is(name, names[role]))
            continue;
        *out = role;
        return true;
    }
    return false;
}
